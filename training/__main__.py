"""`python -m training ko` learns weights; `python -m training ko drafts FILE` lists drafts.

The language is ko or en. What is listed goes to strict readers; their verdicts go into the
language's judged file, a row a draft: text, shown, answer, verdicts. Texts to learn from
are those of tests/articles/known* and training/texts*; those of tests/articles/unseen* are
never touched here.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quiz.language.chances import chance
from training.corpora import CORPORA, Corpus, Wording
from training.logistic import Example, fit

WORTH = {"accept": 1.0, "minor": 0.4, "reject": 0.0}
FOLDS = 12  # of texts: what is told of one is guessed by weights of the others
THRESHOLDS = (0.0, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)


@dataclass(frozen=True, slots=True)
class Judged:
    """A draft with the share of a question it is worth, 0 to 1, by all its readers."""

    draft: Wording
    worth: float
    accepted: float


def main(arguments: Sequence[str]) -> int:
    if not arguments or arguments[0] not in CORPORA:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    corpus = CORPORA[arguments[0]]
    drafts = [each for article in corpus.articles() for each in corpus.wordings(article)]
    if arguments[1:2] == ["drafts"]:
        list_drafts(drafts, Path(arguments[2]))
    else:
        learn(corpus, list(matched(corpus, drafts)))
    return 0


def list_drafts(drafts: list[Wording], file: Path) -> None:
    rows = [
        {"text": d.text, "shown": d.shown, "answer": d.answer, "evidence": d.evidence}
        for d in drafts
    ]
    file.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")


def learn(corpus: Corpus, judged: list[Judged]) -> None:
    """Report how well each threshold does, then write the weights of all rows."""
    report(corpus, judged)
    weights = fit([example_of(corpus, each) for each in judged])
    rounded = {name: round(weight, 3) for name, weight in sorted(weights.items())}
    kept = {name: weight for name, weight in rounded.items() if weight}
    corpus.weights.write_text(
        json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


def matched(corpus: Corpus, drafts: list[Wording]) -> Iterator[Judged]:
    """Yield the judged rows that are still drafted as they were judged."""
    now = {(d.text, d.shown, d.answer): d for d in drafts}
    rows = json.loads(corpus.judged.read_text(encoding="utf-8"))
    for row in rows:
        draft = now.get((row["text"], row["shown"], row["answer"]))
        if draft is None:
            continue
        worth = [WORTH[verdict] for verdict in row["verdicts"]]
        accepted = [verdict == "accept" for verdict in row["verdicts"]]
        yield Judged(draft, sum(worth) / len(worth), sum(accepted) / len(accepted))


def example_of(corpus: Corpus, judged: Judged) -> Example:
    """Texts that no rule was made on are like those of a user: they count twice."""
    weight = 2.0 if corpus.is_fresh(judged.draft.text) else 1.0
    return Example(judged.draft.signs, judged.worth, weight)


def report(corpus: Corpus, judged: list[Judged]) -> None:
    """Print what each threshold keeps, judged by weights that never saw the text."""
    by_text: dict[str, list[Judged]] = defaultdict(list)
    for each in judged:
        by_text[each.draft.text].append(each)
    guessed: list[tuple[float, Judged]] = []
    texts = sorted(by_text)
    for held in (texts[fold::FOLDS] for fold in range(min(FOLDS, len(texts)))):
        others = [text for text in texts if text not in held]
        weights = fit([example_of(corpus, j) for text in others for j in by_text[text]])
        guessed += [(chance(weights, j.draft.signs), j) for t in held for j in by_text[t]]
    sys.stdout.write(f"{len(judged)} judged drafts of {len(by_text)} texts\n")
    for name, fresh in (("known", False), ("fresh", True)):
        rows = [g for g in guessed if corpus.is_fresh(g[1].draft.text) is fresh]
        table(corpus, name, rows)


def table(corpus: Corpus, name: str, guessed: list[tuple[float, Judged]]) -> None:
    """Print what is accepted, unchanged and with a minor change, by threshold."""
    texts = {j.draft.text for _, j in guessed}
    characters = sum(len(a.text) for a in corpus.articles() if a.id in texts)
    sys.stdout.write(f"{name} texts\nat least   kept  accepted  or minor  facts/1,000\n")
    for least in THRESHOLDS:
        kept = [j for guess, j in guessed if guess >= least]
        facts = {(j.draft.text, j.draft.evidence, j.draft.answer) for j in kept}
        count = max(1, len(kept))
        sys.stdout.write(
            f"{least:8.2f} {len(kept):6} {sum(j.accepted for j in kept) / count:9.0%} "
            f"{sum(j.worth > 0 for j in kept) / count:9.0%} "
            f"{len(facts) * 1000 / max(1, characters):12.1f}\n"
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
