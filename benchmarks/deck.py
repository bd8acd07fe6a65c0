"""How long a deck of 10,000 questions takes to write, over plain genanki's time."""

import io
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from statistics import median
from time import perf_counter

import genanki

from quiz.anki.deck import write_deck
from quiz.anki.note_evidence import Passages
from quiz.anki.note_fields import fields_of
from quiz.anki.note_type import note_type
from quiz.anki.note_words import KOREAN
from quiz.core.article import Article, Span
from quiz.core.questions import (
    Answer,
    AnswerKind,
    Bank,
    Evidence,
    Form,
    Option,
    Question,
    Status,
)

QUESTIONS, RUNS, GOAL = 10_000, 7, 0.8


def main() -> bool:
    ratio = measure(sample_bank(QUESTIONS))
    sys.stdout.write(f"deck: ratio {ratio:.2f} (goal at most {GOAL})\n")
    return ratio <= GOAL


def measure(bank: Bank) -> float:
    """Return our median time over genanki's, from a bank to a package, by turns.

    Both build the same fields by the same functions; the rest is each one's own.
    """
    write_deck(bank)
    times = [(seconds(write_deck, bank), seconds(write_plainly, bank)) for _ in range(RUNS)]
    return median(ours for ours, _ in times) / median(theirs for _, theirs in times)


def seconds(write: Callable[[Bank], bytes], bank: Bank) -> float:
    start = perf_counter()
    write(bank)
    return perf_counter() - start


def write_plainly(bank: Bank) -> bytes:
    """Write the same fields, tags and identities with genanki as its manual shows."""
    kind = note_type()
    model = genanki.Model(
        kind.model_id,
        kind.name,
        fields=kind.fields,
        templates=kind.templates,
        css=kind.css,
        model_type=genanki.Model.CLOZE,
    )
    deck = genanki.Deck(1_763_856_000_000, bank.title)
    passages = Passages(bank.articles, KOREAN)
    for question in bank.questions:
        fields = list(fields_of(question, passages))
        tags = list(question.tags)
        deck.add_note(genanki.Note(model, fields, tags=tags, guid=question.id))
    stream = io.BytesIO()
    genanki.Package(deck).write_to_file(stream)
    return stream.getvalue()


def sample_bank(size: int) -> Bank:
    """Return a bank whose article has one fact a sentence, five sentences a paragraph."""
    sentences = [f"{n}번 연구소가 만든 칩의 이름은 한빛{n}이다." for n in range(size)]
    lines = (" ".join(sentences[n : n + 5]) for n in range(0, size, 5))
    article = Article("article", "연구소와 칩", "\n".join(lines))
    created = datetime(2026, 11, 22, tzinfo=UTC)
    questions = (
        sample_question(n, sentence, article, created)
        for n, sentence in zip(range(size), article.sentences, strict=True)
    )
    return Bank("bank", "연구소와 칩", "ko", (article,), tuple(questions))


def sample_question(n: int, place: Span, article: Article, created: datetime) -> Question:
    quote, answer = place.of(article.text), f"한빛{n}"
    start = quote.index(answer)
    evidence = Evidence(
        article.id, place.start, place.end, quote, start, start + len(answer)
    )
    return Question(
        id=f"00000000-0000-4000-8000-{n:012}",
        prompt=f"{n}번 연구소가 만든 칩의 이름은 무엇인가?",
        answer=Answer(AnswerKind.WORDS, (answer, f"{answer} 칩")),
        wrong=tuple(Option(f"한빛{n + step}") for step in (1, 2, 3)),
        forms=(Form.CHOICE, Form.CLOZE, Form.TYPED, Form.CARD),
        cloze=f"{n}번 연구소가 만든 칩의 이름은 {{{{{answer}}}}}이다.",
        tags=("maker",),
        status=Status.APPROVED,
        evidence=evidence,
        created=created,
        changed=created,
    )


if __name__ == "__main__":
    main()
