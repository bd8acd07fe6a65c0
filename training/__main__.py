"""`python -m training` learns the weights; `python -m training drafts FILE` lists drafts.

What is listed goes to strict readers; their verdicts go into training/judged.json, a row a
draft: text, shown, answer, verdicts. Texts to learn from are those of tests/articles/known
and training/texts; those of tests/articles/unseen are never touched here.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quiz.core.article import Article, clean_text
from quiz.language.korean import acceptance
from quiz.language.korean.pipeline import proposals
from quiz.language.korean.selection import Proposal
from training.logistic import Example, fit

HERE = Path(__file__).parent
ROOT = HERE.parent
JUDGED = HERE / "judged.json"
WORTH = {"accept": 1.0, "minor": 0.4, "reject": 0.0}
THRESHOLDS = (0.0, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7)


@dataclass(frozen=True, slots=True)
class Draft:
    """One wording of a proposal: its prompt or its cloze."""

    text: str
    shown: str
    answer: str
    evidence: str
    signs: acceptance.Signs


@dataclass(frozen=True, slots=True)
class Judged:
    """A draft with the share of a question it is worth, 0 to 1, by all its readers."""

    draft: Draft
    worth: float
    accepted: float


def main(arguments: Sequence[str]) -> int:
    drafts = [draft for article in articles() for draft in drafts_of(article)]
    if arguments[:1] == ["drafts"]:
        rows = [
            {"text": d.text, "shown": d.shown, "answer": d.answer, "evidence": d.evidence}
            for d in drafts
        ]
        Path(arguments[1]).write_text(
            json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8"
        )
        return 0
    judged = list(matched(drafts))
    examples = [example_of(each) for each in judged]
    report(judged)
    weights = {name: round(weight, 3) for name, weight in fit(examples).items()}
    kept = {name: weight for name, weight in sorted(weights.items()) if weight}
    acceptance.WEIGHTS.write_text(
        json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    return 0


def articles() -> Iterator[Article]:
    for file in sorted((ROOT / "tests" / "articles" / "known").glob("*.facts.json")):
        data = json.loads(file.read_text(encoding="utf-8"))
        name = file.name.removesuffix(".facts.json")
        text = file.with_name(f"{name}.txt")
        source = text if text.exists() else ROOT / "quiz" / "builtin" / f"{name}.ko.txt"
        yield article_of(name, data["title"], data["date"], source)
    for file in sorted((HERE / "texts").glob("*.json")):
        data = json.loads(file.read_text(encoding="utf-8"))
        yield article_of(file.stem, data["title"], data["date"], file.with_suffix(".txt"))


def article_of(name: str, title: str, day: str, source: Path) -> Article:
    text = clean_text(source.read_text(encoding="utf-8"))
    return Article(name, title, text, "ko", date.fromisoformat(day))


def drafts_of(article: Article) -> Iterator[Draft]:
    _, _, proposed = proposals(article, Counter())
    for proposal in proposed:
        yield from wordings(article.id, proposal)


def wordings(text: str, proposal: Proposal) -> Iterator[Draft]:
    candidate = proposal.candidate
    items = ", ".join(item[0] for item in candidate.items)
    answer = items or candidate.accepted[0]
    for shown in filter(None, (candidate.prompt, proposal.gap)):
        signs = acceptance.signs_of(candidate, shown, proposal.setting)
        yield Draft(text, shown, answer, candidate.sentence.text, signs)


def matched(drafts: list[Draft]) -> Iterator[Judged]:
    """Yield the judged rows that are still drafted as they were judged."""
    now = {(d.text, d.shown, d.answer): d for d in drafts}
    rows = json.loads(JUDGED.read_text(encoding="utf-8"))
    for row in rows:
        draft = now.get((row["text"], row["shown"], row["answer"]))
        if draft is None:
            continue
        worth = [WORTH[verdict] for verdict in row["verdicts"]]
        accepted = [verdict == "accept" for verdict in row["verdicts"]]
        yield Judged(draft, sum(worth) / len(worth), sum(accepted) / len(accepted))


def example_of(judged: Judged) -> Example:
    """Texts that no rule was made on are like those of a user: they count twice."""
    fresh = (HERE / "texts" / f"{judged.draft.text}.txt").exists()
    return Example(judged.draft.signs, judged.worth, 2.0 if fresh else 1.0)


def report(judged: list[Judged]) -> None:
    """Print what each threshold keeps, judged by weights that never saw the text."""
    by_text: dict[str, list[Judged]] = defaultdict(list)
    for each in judged:
        by_text[each.draft.text].append(each)
    guessed: list[tuple[float, Judged]] = []
    for text, held in by_text.items():
        seen = [example_of(j) for j in judged if j.draft.text != text]
        weights = fit(seen)
        guessed += [(acceptance.chance(weights, j.draft.signs), j) for j in held]
    fresh = {file.stem for file in (HERE / "texts").glob("*.txt")}
    sys.stdout.write(f"{len(judged)} judged drafts of {len(by_text)} texts\n")
    for name, texts in (("known", set(by_text) - fresh), ("fresh", fresh)):
        table(name, [(guess, j) for guess, j in guessed if j.draft.text in texts])


def table(name: str, guessed: list[tuple[float, Judged]]) -> None:
    """Print what is accepted, unchanged and with a minor change, by threshold."""
    characters = sum(
        len(a.text) for a in articles() if a.id in {j.draft.text for _, j in guessed}
    )
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
