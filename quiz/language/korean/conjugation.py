"""Give the last predicate of a clause another ending: 열렸다 -> 열린, 열렸는가."""

import re
from dataclasses import replace
from functools import lru_cache

from quiz.language.korean.analyser import kiwi
from quiz.language.korean.josa import final_sound
from quiz.language.korean.morphology import Part, Word
from quiz.language.korean.values import value

HONORIFIC = "시"
FUTURE_ENDINGS = frozenset({"ᆯ", "을"})
# Verbs by form whatever their tag: "있는", "없는"; adjectives: "같은", "싶은".
VERB_LIKE = frozenset({"있", "없", "계시"})
# '는' and '준' are hardly said of what grows less or more; 준 is also 'given'.
LONGER = {"늘": "늘어나", "줄": "줄어들"}
WHOLE_STEM = {"머물": "머무르", "서툴": "서투르", "서둘": "서두르"}  # '머물렀다'
STATES = frozenset({"있", "없"})  # "있다", not "있는다"
ADJECTIVE_LIKE = frozenset({"같", "싶", "듯하", "만하", "아니"})
SSANG_SIOT = ord("었") % 28  # the final consonant of 었, 했, 렸
# What Kiwi contracts as in speech stands whole in writing.
WRITTEN = {
    "됐": "되었",
    "줬": "주었",
    "뒀": "두었",
    "봤": "보았",
    "뗬": "띠었",
    "놨": "놓았",
}
SPOKEN = re.compile(rf"([{''.join(WRITTEN)}])(?=는가|다|던)")
YEAR = re.compile(r"\d{3,4}년")


@value(frozen=True, slots=True)
class Predicate:
    """A predicate without its ending. `words` are how many words of the clause it is.

    `before` is the text that stays in front of the verb's stem in the same word.
    """

    before: str
    stem: str
    tag: str
    past: bool
    honorific: bool
    words: int
    plain_past: str = ""  # '두었' of '두었다', as the article writes it

    @property
    def is_copula(self) -> bool:
        return self.tag == "VCP"

    @property
    def is_adjective(self) -> bool:
        if self.stem in VERB_LIKE:
            return False
        return self.tag.startswith(("VA", "XSA", "VCN")) or self.stem in ADJECTIVE_LIKE


def predicate_of(words: list[Word], past: bool | None = None) -> Predicate | None:
    """Return the predicate at the end of `words`, or None where it can't be changed.

    `past` is the tense of the whole sentence, for a clause whose own verb shows none.
    """
    if not words:
        return None
    last = words[-1]
    if unwrapped := unwrap(words):
        return unwrapped
    if last.part not in {Part.FINAL, Part.CONNECTIVE}:
        return None
    return simple_predicate(last, past, 1, words)


def unwrap(words: list[Word]) -> Predicate | None:
    """Read '하기도 했다', '한 것이다' and '한 바 있다' as '했다'."""
    if len(words) < 2:
        return None
    last, before = words[-1], words[-2]
    forms = [m.form for m in last.morphs]
    if forms[:1] == ["하"] and before.josa == "도" and "ETN" in before.tags():
        return simple_predicate(before, has_past(last), 2, words[:-1])
    if forms[:2] == ["것", "이"] and before.part is Part.ADNOMINAL:
        told = from_adnominal(before, 2, words[:-1])
        # '산소로 분해한 것이다' explains: only a date makes it the past.
        dated = any(YEAR.search(word.text) for word in words)
        return told if told is None or not told.past or dated else None
    if len(words) >= 3 and forms[:1] == ["있"] and before.core == "바":
        return from_adnominal(words[-3], 3, words[:-2])
    return None


def from_adnominal(word: Word, count: int, words: list[Word]) -> Predicate | None:
    if word.part is not Part.ADNOMINAL or not word.morphs:
        return None
    ending = [m for m in word.morphs if m.tag == "ETM"][-1].form
    if ending in FUTURE_ENDINGS or (len(ending) > 1 and ending not in {"는", "은", "던"}):
        return None
    found = simple_predicate(word, None, count, words)
    if found is None or found.is_adjective or found.is_copula:
        return found
    return Predicate(
        found.before, found.stem, found.tag, ending != "는", found.honorific, count
    )


def has_past(word: Word) -> bool:
    return any(m.tag == "EP" and m.form in {"었", "았", "였"} for m in word.morphs)


def simple_predicate(
    word: Word, past: bool | None, count: int, words: list[Word]
) -> Predicate | None:
    verbs = [m for m in word.morphs if m.is_verb]
    if not verbs or any(m.tag == "EP" and m.form == "겠" for m in word.morphs):
        return None
    verb = verbs[-1]
    own_past = has_past(word)
    tag = verb.tag
    if tag == "VX" and verb.form == "않" and len(words) > 1:
        tag = tag_of_negated(words[-2])
    stem = WHOLE_STEM.get(verb.form, verb.form)
    if stem == "묻" and any(w.josa in {"에게", "께", "한테"} for w in words):
        tag = "VV-I"  # asked, not buried
    return Predicate(
        word.text[: verb.start - word.start],
        stem,
        tag,
        own_past if past is None else own_past or past,
        any(m.tag == "EP" and m.form in {"시", "으시"} for m in word.morphs),
        count,
        plain_past(word) if own_past else "",
    )


def plain_past(word: Word) -> str:
    """Return the word up to its 었, 았 or 했, as the article writes it."""
    past = [m for m in word.morphs if m.tag == "EP" and m.form in {"었", "았", "였"}]
    text = word.text[: past[-1].end - word.start] if past else ""
    return text if text and ord(text[-1]) % 28 == SSANG_SIOT else ""


def tag_of_negated(word: Word) -> str:
    verbs = [m for m in word.morphs if m.is_verb]
    return "VA" if verbs and verbs[-1].tag.startswith(("VA", "XSA")) else "VX"


def question_ending(predicate: Predicate, noun: str = "") -> str:
    """Return the last word as a question: 열렸는가, 큰가, 회장이었는가.

    `noun` stands for what comes before a copula, where it is not in `before`.
    """
    noun = noun or predicate.before
    if predicate.is_copula:
        return noun + (copula_past(noun) + "는가" if predicate.past else "인가")
    if predicate.plain_past:
        return predicate.plain_past + "는가"
    if predicate.past:
        return predicate.before + joined(predicate, ("었", "EP"), ("는가", "EF"))
    if predicate.is_adjective:
        return predicate.before + joined(predicate, ("ᆫ가", "EF"))
    return predicate.before + joined(predicate, ("는가", "EF"))


def adnominal_ending(predicate: Predicate, noun: str = "") -> str:
    """Return the last word as it stands before a noun: 열린, 여는, 큰, 회장이었던."""
    noun = noun or predicate.before
    if predicate.is_copula:
        return noun + (copula_past(noun) + "던" if predicate.past else "인")
    if predicate.stem in LONGER:
        predicate = replace(predicate, stem=LONGER[predicate.stem])
    if predicate.is_adjective or predicate.stem in VERB_LIKE:
        if predicate.past:
            return predicate.before + joined(predicate, ("었", "EP"), ("던", "ETM"))
        ending = "는" if predicate.stem in VERB_LIKE else "ᆫ"
        return predicate.before + joined(predicate, (ending, "ETM"))
    ending = "ᆫ" if predicate.past else "는"
    return predicate.before + joined(predicate, (ending, "ETM"))


def declarative_ending(predicate: Predicate, noun: str = "") -> str:
    """Return the last word as a plain statement: 열렸다, 연다, 크다, 회장이었다."""
    noun = noun or predicate.before
    if predicate.is_copula:
        return noun + (copula_past(noun) + "다" if predicate.past else "이다")
    if predicate.plain_past:
        return predicate.plain_past + "다"
    if predicate.past:
        return predicate.before + joined(predicate, ("었", "EP"), ("다", "EF"))
    if predicate.is_adjective or predicate.stem in STATES:
        return predicate.before + joined(predicate, ("다", "EF"))
    return predicate.before + joined(predicate, ("ᆫ다", "EF"))


def copula_past(noun: str) -> str:
    return "이었" if final_sound(noun) else "였"


def joined(predicate: Predicate, *endings: tuple[str, str]) -> str:
    honorific = ((HONORIFIC, "EP"),) if predicate.honorific else ()
    return conjugate(((predicate.stem, predicate.tag), *honorific, *endings))


@lru_cache(maxsize=4096)
def conjugate(morphs: tuple[tuple[str, str], ...]) -> str:
    return SPOKEN.sub(lambda m: WRITTEN[m[1]], str(kiwi().join(morphs)))
