"""The ways in which a clause may be told as an answer: 막기 위해, 막으려고, 방지."""

from quiz.language.korean.conjugation import conjugate, copula_past, has_past
from quiz.language.korean.morphology import Morph, Sentence, Word
from quiz.language.korean.pieces import plain_piece
from quiz.language.korean.prompts import as_subject, tidy

Ending = tuple[str, str]
BECAUSE: tuple[Ending, ...] = (("기", "ETN"),)
FEWEST_WORDS = 2
TENSELESS = frozenset({"려고", "고자", "어서"})  # '막았어서' is not said


def verb_of(word: Word) -> Morph | None:
    """Return the verb of `word` that carries its endings."""
    verbs = [m for m in word.morphs if m.is_verb and m.end <= word.end]
    return verbs[-1] if verbs else None


def with_ending(
    sentence: Sentence, start: int, word: Word, *endings: Ending, was: bool = False
) -> str:
    """Return the text from `start` with other endings on its verb; the past stays past.

    `was` says that it happened, where its own ending doesn't.
    """
    verb = verb_of(word)
    if verb is None:
        return ""
    before = sentence.text[start : verb.start]
    past = (was or has_past(word)) and endings[0][0] not in TENSELESS
    if verb.tag == "VCP" and past:
        tail = conjugate((("이", "VCP"), *endings)).removeprefix("이")
        return before + copula_past(word.core) + tail
    if verb.tag == "VCP":
        return before + "이" + conjugate((("이", "VCP"), *endings)).removeprefix("이")
    tense = (("었", "EP"),) if past else ()
    return before + conjugate(((verb.form, verb.tag), *tense, *endings))


def subject_marked(sentence: Sentence, start: int, last: int, text: str) -> str:
    """Say 은/는 of a clause's own subject as 이/가, as inside '... 하기 때문'."""
    for number, word in enumerate(sentence.words[: last + 1]):
        if word.start < start or not word.is_topic or word.quoted:
            continue
        plain = as_subject(plain_piece(word, number)).text
        return text.replace(word.text, plain, 1)
    return text


def reasons(
    sentence: Sentence, start: int, last: int, own_subject: bool, was: bool = False
) -> tuple[str, ...]:
    """Return '막았기 때문' and other forms of a cause whose verb is word `last`."""
    word = sentence.words[last]
    nominal = with_ending(sentence, start, word, ("기", "ETN"), was=was)
    if not nominal:
        return ()
    plain = with_ending(sentence, start, word, *statement(word, was), was=was)
    linked = with_ending(sentence, start, word, ("어서", "EC"))
    found = [f"{nominal} 때문", plain, linked, *short_nouns(sentence, start, last)]
    if own_subject:
        found = [*(subject_marked(sentence, start, last, t) for t in found), *found]
    return cleaned(found)


def statement(word: Word, was: bool) -> tuple[Ending, ...]:
    verb = verb_of(word)
    acts = verb is not None and verb.tag.startswith(("VV", "XSV"))
    return (("ᆫ다", "EF"),) if acts and not (was or has_past(word)) else (("다", "EF"),)


def aims(sentence: Sentence, start: int, last: int) -> tuple[str, ...]:
    """Return '막기 위해', '막으려고', '막는 것' and the short '... 방지' of a purpose."""
    word = sentence.words[last]
    nominal = with_ending(sentence, start, word, ("기", "ETN"))
    if not nominal:
        return ()
    found = [
        f"{nominal} 위해",
        f"{nominal} 위해서",
        f"{nominal} 위하여",
        f"{nominal} 위한 것",
        with_ending(sentence, start, word, ("려고", "EC")),
        with_ending(sentence, start, word, ("고자", "EC")),
        with_ending(sentence, start, word, ("는", "ETM")) + " 것",
        nominal,
        *short_nouns(sentence, start, last),
    ]
    return cleaned(found)


def short_nouns(sentence: Sentence, start: int, last: int) -> list[str]:
    """Return '전쟁 비용 마련' of '전쟁 비용을 마련하기'."""
    word = sentence.words[last]
    verb = verb_of(word)
    if verb is None or verb.tag not in {"XSV", "XSA"} or last == 0:
        return []
    noun = sentence.text[word.start : verb.start]
    before = sentence.words[last - 1]
    if before.start < start or not (before.is_object or before.is_subject):
        return []
    inside = [w for w in sentence.words[:last] if w.start >= start]
    if before.is_object and any(w.is_subject or w.is_topic for w in inside):
        return []
    link = "" if before.is_object else "의"
    return [f"{sentence.text[start : before.core_end]}{link} {noun}"]


def cleaned(found: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tidy(text) for text in found if text.strip()))
