"""'공단은', '조직위는', '연구팀은': the one body that the text named in full before."""

from collections.abc import Sequence

from quiz.language.korean.morphology import Part, Sentence, Word
from quiz.language.korean.phrases import is_time_word
from quiz.language.korean.wordlists import words

SHORT = words(
    "연구팀 연구진 조사팀 공단 재단 협의회 조직위 추진위 대책위 위원회 연구원 연구소 노조 "
    "조합 협회 연맹 재판소 진흥원 사업단 의료원 개발원 학회"
)
WHOLE = {"조직위": "조직위원회", "추진위": "추진위원회", "대책위": "대책위원회"}
TOWNS = frozenset({"시", "군"})
ENDS = (*SHORT, *WHOLE.values())
NOT_OF_THE_NAME = words(
    "국내 공동 이번 해당 각 당시 현재 한 새 두 세 조사 특별 증권사 심사 운영 선정 "
    "소속 정부 민간 외부 다른 여러"
)
LONGEST = 24  # characters
Bodies = tuple[tuple[str, str], ...]


def bodies_of(sentences: Sequence[Sentence]) -> Bodies:
    """Return each short name with the only full name that the text gives it."""
    found: dict[str, set[str]] = {}
    for sentence in sentences:
        for number, word in enumerate(sentence.words):
            for short in SHORT if word.core.endswith(ENDS) else ():
                if word.core.endswith(WHOLE.get(short, short)):
                    name = full_name(sentence, number, WHOLE.get(short, short))
                    found.setdefault(short, set()).update({name} - {""})
            if is_town(word) and (
                word.tags()[0] == "NNP" or has_offices(word.core, sentences)
            ):
                found.setdefault(word.core[-1], set()).add(word.core)
    return tuple((short, full.pop()) for short, full in found.items() if len(full) == 1)


def is_town(word: Word) -> bool:
    named = word.core[-1:] in TOWNS and 2 < len(word.core) < 5 and bool(word.josa)
    return named and word.part is Part.NOUN and not word.quoted


def has_offices(town: str, sentences: Sequence[Sentence]) -> bool:
    """Tell 은파군, whose 은파군수 the text names, from 연합군."""
    offices = (f"{town}{'장' if town[-1] == '시' else '수'}", f"{town}청")
    return any(office in s.text for s in sentences for office in offices)


def full_name(sentence: Sentence, number: int, noun: str) -> str:
    """Return '하람대 서가람 교수 연구팀' where it ends at `number`, or ""."""
    words_of, first = sentence.words, number
    while first and belongs(words_of[first - 1]):
        first -= 1
    start, end = words_of[first].start, words_of[number].core_end
    name = sentence.text[start:end].strip("‘’'\"“” ")
    longer = len(name) >= len(noun) + 2 and len(name) <= LONGEST
    return name if longer and not set("‘’'\"“”()") & set(name) else ""


def belongs(word: Word) -> bool:
    named = word.is_bare and word.part is Part.NOUN and not word.comma
    return named and word.core not in NOT_OF_THE_NAME and not is_time_word(word.core)


def full_of(word: Word, before: Word | None, sentence: str, bodies: Bodies) -> str:
    """Return the full name that a bare '공단은' stands for, or ""."""
    if not bodies or not word.josa or word.quoted:
        return ""
    full = next((name for short, name in bodies if short == word.core), "")
    if not full or full in sentence or (before is not None and modifies(before)):
        return ""
    return full


def modifies(word: Word) -> bool:
    if is_time_word(word.core):
        return False
    linked = word.josa_tag == "JC" or word.josa == "의"
    return linked or word.part in {Part.ADNOMINAL, Part.DETERMINER} or word.is_bare
