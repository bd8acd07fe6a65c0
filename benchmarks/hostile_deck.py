"""Whether Anki takes a deck of 10,000 questions that were made to break it, and how fast.

Imported whole, every side of every card rendered, the database check clean. The time is
the processor's: other programs don't change it much.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING
from uuid import UUID

from anki.collection import Collection

from quiz.anki.deck import write_deck
from quiz.anki.deck_options import DeckOptions
from quiz.core.article import Article
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
from tests.anki.engine import check_database, import_deck

if TYPE_CHECKING:  # at run time anki's modules only import in an order of their own
    from anki.cards import CardId

QUESTIONS, GOAL = 10_000, 10.0  # seconds
LONG = 100_000  # characters
ARTICLE = Article("article", "글 <b>", "첫 문장이다. 둘째 {{c1::문장}}이다.\n" * 50)
BITS = (
    "가나다", "漢字", "马云", "plain words", "שלום עולם", "مرحبا", "🧑‍🚀🇰🇷", "각",
    "e\u0301\u0301", "<b>", "</div>", "<script>alert(1)</script>", "<!--", "-->",
    "a < b & c", "&nbsp;", "&#123;", "{{c1::x}}", "{{c2::", "}}", "{{",
    "{{c1,3::y}}", "{{c1::}}", "::", "{{c1::{{c2::z}}}}", "{{Prompt}}",
    "{{#Options}}", "{{type:Answer}}", "[sound:x.mp3]", "{{tts ko_KR:Prompt}}",
    "[anki:tts lang=ko_KR]x[/anki:tts]", "[latex]\\frac[/latex]", "[$]x[/$]",
    "[[type:x]]", "\x1f", "\x00", "\x0b", "\x7f", "\ud800", "\ufffe", "\u202e",
    "\u200b", "\r\n", "\t", "\n", '"', "'", "\\", "%s", "`", "|", "#", "$", "~", " ",
)  # fmt: skip


def main() -> bool:
    chance = Random(10_000)
    bank = hostile_bank(chance, QUESTIONS)
    start = process_time()
    failures = imported_with_failures(bank, DeckOptions(link="http://127.0.0.1/q/{id}"))
    took = process_time() - start
    sys.stdout.write(
        f"hostile deck: {failures} of {QUESTIONS} failed in {took:.1f} s "
        f"(goal none, under {GOAL:.0f} s)\n"
    )
    return failures == 0 and took < GOAL


def imported_with_failures(bank: Bank, options: DeckOptions) -> int:
    """Import the bank into a new collection and count the cards that are not as meant."""
    with TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        try:
            imported = import_deck(collection, write_deck(bank, options))
            cards = collection.find_cards("")
            wrong = sum(not is_sound(collection, card) for card in cards)
            check_database(collection)
        finally:
            collection.close()
    size = len(bank.questions)
    return max(wrong, abs(size - imported.new), abs(size - len(cards)))


def is_sound(collection: Collection, card: "CardId") -> bool:
    """Tell whether both sides are ours and nothing of Anki's markup is left in them."""
    sides = collection._backend.render_existing_card(
        card_id=card, browser=False, partial_render=False
    )
    front, back = (
        "".join(node.text for node in nodes)
        for nodes in (sides.question_nodes, sides.answer_nodes)
    )
    ours = '<div class="quiz front"' in front and '<div class="quiz back"' in back
    return ours and "{{" not in front and "{{" not in back


def hostile_bank(chance: Random, size: int) -> Bank:
    """Return a bank of odd questions: a few fields are huge, one has a thousand tags."""
    questions = [hostile_question(chance, number) for number in range(size)]
    for place in range(min(5, size)):
        long = text(chance, 40) * (LONG // 100)
        questions[place] = replace(questions[place], explanation=long[:LONG])
    many = tuple(f"{text(chance, 2)} {number}" for number in range(1000))
    questions[-1] = replace(questions[-1], tags=many)
    return Bank("bank", text(chance, 3), "ko", (ARTICLE,), tuple(questions))


def hostile_question(chance: Random, number: int) -> Question:
    def some(most: int) -> str:
        return text(chance, most)

    made = datetime(2000, 1, 1, tzinfo=UTC) + timedelta(hours=chance.randrange(200_000))
    return Question(
        id=str(UUID(int=chance.getrandbits(128))),
        prompt=f"{some(8)}?",
        answer=hostile_answer(chance, some),
        wrong=tuple(Option(f"{some(3)}{n}", some(2)) for n in range(chance.randrange(5))),
        forms=tuple(chance.sample(list(Form), chance.randrange(len(Form)))),
        cloze=hostile_cloze(chance, some),
        explanation=some(6) if number % 3 else "",
        tags=tuple(some(2) for _ in range(chance.randrange(4))),
        status=Status.APPROVED,
        evidence=hostile_evidence(chance, some) if number % 4 else None,
        created=made,
        changed=made,
    )


def hostile_answer(chance: Random, some: Callable[[int], str]) -> Answer:
    match chance.randrange(4):
        case 0:
            return Answer(AnswerKind.TRUTH, (chance.choice(["true", "false"]),))
        case 1:
            items = tuple((f"ㄱ{some(2)}", some(2)) for _ in range(2, 5))
            return Answer(AnswerKind.LIST, (), items)
    return Answer(AnswerKind.WORDS, (f"가{some(3)}", some(2)))


def hostile_cloze(chance: Random, some: Callable[[int], str]) -> str:
    match chance.randrange(4):
        case 0:
            return ""
        case 1:
            return some(6)
        case 2:
            return f"{some(3)}{{{{{some(1)}}}}}{{{{{some(1)}}}}}{some(2)}"
    return f"{some(3)}{{{{{some(2)}}}}}{some(3)}"


def hostile_evidence(chance: Random, some: Callable[[int], str]) -> Evidence:
    start, size = chance.randrange(len(ARTICLE.text)), chance.randrange(30)
    quote = ARTICLE.text[start : start + size] if chance.random() < 0.7 else some(4)
    return Evidence(
        chance.choice([ARTICLE.id, "gone"]),
        start,
        start + len(quote),
        quote,
        chance.randrange(-2, 9),
        chance.randrange(-2, 20),
    )


def text(chance: Random, most: int) -> str:
    return "".join(chance.choices(BITS, k=chance.randrange(most + 1)))


if __name__ == "__main__":
    main()
