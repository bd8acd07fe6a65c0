"""How long a deck of 100,000 questions takes to write, and its size, over plain genanki's.

What counts is writing only: the fields are made by the same functions for both, and the
time of that is taken off both. It is processor time: other programs don't change it much.
"""

import io
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from statistics import median
from time import process_time

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

QUESTIONS, RUNS = 100_000, 3
GOAL_TIME, GOAL_SIZE = 0.6, 0.5


def main() -> bool:
    ratio, whole, size = measure(sample_bank(QUESTIONS))
    sys.stdout.write(
        f"deck: time {ratio:.2f} (goal at most {GOAL_TIME}; {whole:.2f} with the fields), "
        f"size {size:.2f} (goal at most {GOAL_SIZE})\n"
    )
    return ratio <= GOAL_TIME and size <= GOAL_SIZE


def measure(bank: Bank) -> tuple[float, float, float]:
    """Return our time over genanki's, without and with making the fields, and the size."""
    size = len(write_deck(bank)) / len(write_plainly(bank))
    ways = (write_deck, write_plainly, make_fields)
    runs = [[seconds(way, bank) for way in ways] for _ in range(RUNS)]
    ours, theirs, fields = (median(times) for times in zip(*runs, strict=True))
    return (ours - fields) / (theirs - fields), ours / theirs, size


def seconds(run: Callable[[Bank], object], bank: Bank) -> float:
    start = process_time()
    run(bank)
    return process_time() - start


def make_fields(bank: Bank) -> None:
    passages = Passages(bank.articles, KOREAN)
    for question in bank.questions:
        fields_of(question, passages)


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
