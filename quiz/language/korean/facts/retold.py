"""Words of a sentence as a prompt quotes them: pronouns replaced, marks kept."""

from collections.abc import Sequence

from quiz.language.korean.candidates import Reading
from quiz.language.korean.clauses import Clause
from quiz.language.korean.mentions import Mention, read_phrase
from quiz.language.korean.morphology import Sentence, Word
from quiz.language.korean.phrases import CLOSING, OPENING, phrases
from quiz.language.korean.pieces import Piece, Unresolved, own_pieces
from quiz.language.korean.prompts import finish


def pieces_told(reading: Reading, numbers: Sequence[int]) -> list[Piece] | None:
    """Return these words as pieces, or None where a pronoun among them is unclear."""
    if not numbers:
        return None
    span = Clause(reading.sentence, (), tuple(numbers), None, False, ())
    try:
        return own_pieces(span, reading.setting)
    except Unresolved:
        reading.rejected["unresolved"] += 1
        return None


def text_told(reading: Reading, numbers: Sequence[int]) -> str:
    """Return these words as text, the last without its particle; "" where unclear."""
    pieces = pieces_told(reading, numbers)
    if not pieces:
        return ""
    return finish([*(p.text for p in pieces[:-1]), pieces[-1].core], reading.setting)


def mention_at(sentence: Sentence, number: int) -> Mention | None:
    """Return the phrase that ends with word `number`, read."""
    for phrase in phrases(sentence):
        if phrase.last == number:
            return read_phrase(sentence, phrase)
    return None


def marked(sentence: Sentence, start: int, end: int) -> str:
    """Return the text with the quotation marks or brackets that stand around it."""
    text = sentence.text
    if start and text[start - 1] in OPENING and text[end : end + 1]:
        closing = CLOSING[OPENING.index(text[start - 1])]
        if text[end] == closing:
            return text[start - 1 : end + 1]
    return text[start:end]


def named_word(word: Word) -> str:
    """Return the word without particle and marks."""
    return word.core.strip(OPENING + CLOSING + ",.")


def word_before(sentence: Sentence, place: int) -> int | None:
    """Return the number of the word that ends at, or just after, `place`."""
    for number, word in enumerate(sentence.words):
        if word.start < place <= word.end:
            return number
    return None


def has_gloss(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether a bracket stood inside `start` to `end` of the clean text."""
    return any(start < gloss.at < end for gloss in sentence.glosses)
