"""The tense and the date that a clause shares with the next or the one before."""

import re

from quiz.language.korean.conjugation import has_past
from quiz.language.korean.morphology import Word
from quiz.language.korean.phrases import is_time_word

TOLD = ("하는데", "한다", "합니다", "전한다", "전해")
OWN_TENSE = frozenset({"지만", "는데", "ᆫ데", "은데", "나", "으나"})
CARRYING = frozenset({"고", "며", "으며", "면서", "으면서"})
MOOD = re.compile(
    r"[가-힣]기로 [했하한]|[가-힣]야 [한할하했]|[가-힣]겠다|것으로 (?:보|예상|전망|기대)|"
    r"(?:계획|예정|방침|전망|목표|구상)이[다라었]|[가-힣](?:고자|려고|도록) [한하했]"
)
TELLS = re.compile(
    r"(?:밝혔|전했|발표했|설명했|알렸|예고했|공시했|약속했|덧붙였|강조했|내다[봤보]|전망했|예상했)"
)
TELLING = ("간담회", "회견", "설명회", "브리핑", "보도자료", "발표회", "보고회")
OVER = re.compile(r"(?:마치|끝내|끝마치)")
QUOTES = re.compile(r"(?:다고|라고|것으로|거라고)$")
EXACT_YEAR = re.compile(r"^\d{3,4}년$")
MONTH_OR_DAY = re.compile(r"^\d{1,2}[월일]$")


def tenses(words: tuple[Word, ...], spans: list[tuple[int, int]]) -> list[bool]:
    """Return for each clause whether it tells of the past; 고 and 며 borrow it."""
    past = has_past(words[-1]) or said_in_past(words, len(words))
    lent = past and not announces(words)
    found = []
    for start, end in reversed(spans):
        if end < len(words):
            own = has_past(words[end - 1]) or said_in_past(words, end)
            told = lent or (past and is_over(words[start:end]))
            past = own or (told and ending_of(words[end - 1]) not in OWN_TENSE)
            lent = past and (own or lent)
        found.append(past)
    return found[::-1]


def shares_mood(words: tuple[Word, ...], end: int) -> bool:
    """Tell whether what ends at `end` is planned or due, as only the last verb says.

    'A는 결과를 공개하고 대상을 넓히기로 했다': nothing has been made public.
    """
    if end == len(words) or ending_of(words[end - 1]) not in CARRYING:
        return False
    if has_past(words[end - 1]):
        return False
    closing = " ".join(word.text for word in words[-3:])
    return MOOD.search(closing) is not None


def announces(words: tuple[Word, ...]) -> bool:
    """Tell '올리고 없앤다고 밝혔다': past is only the telling."""
    if not TELLS.match(words[-1].text):
        return False
    told = next((w for w in words[-2::-1] if not is_time_word(w.core)), words[-1])
    return QUOTES.search(told.text) is not None and not has_past(told)


def is_over(words: tuple[Word, ...]) -> bool:
    """Tell '시험을 마치고' and '기자간담회를 열고', which go before the telling."""
    met = any(word.core.endswith(TELLING) for word in words)
    return met or OVER.match(words[-1].text) is not None


def said_in_past(words: tuple[Word, ...], end: int) -> bool:
    """Tell '얻었다고 한다': what is told is past."""
    if end < 3 or not words[end - 1].text.startswith(TOLD):
        return False
    return has_past(words[end - 2]) or words[end - 3].text.endswith("다는")


def ending_of(word: Word) -> str:
    endings = [m.form for m in word.morphs if m.tag == "EC"]
    return endings[-1] if endings else ""


def first_is_time(words: tuple[Word, ...]) -> bool:
    """Tell whether the sentence opens with a date, which then holds for all of it."""
    return EXACT_YEAR.match(words[0].core) is not None


def shared_year(
    words: tuple[Word, ...], before: tuple[int, ...], body: tuple[int, ...]
) -> tuple[int, ...]:
    """Return the date of the clause before, where this one has none: '675년 9월'."""
    if ending_of(words[before[-1]]) not in {"고", "며", "으며"}:
        return ()
    if any(is_time_word(words[n].core) for n in body):
        return ()
    years = [n for n in before if EXACT_YEAR.match(words[n].core)]
    timed = [n for n in before if is_time_word(words[n].core)]
    if len(years) != 1 or words[years[0]].josa not in {"", "에", "에는"}:
        return ()
    last = years[0]
    while last + 1 in timed and MONTH_OR_DAY.match(words[last + 1].core):
        last += 1
    whole = tuple(range(years[0], last + 1))
    return whole if list(whole) == timed and words[last].josa in {"", "에", "에는"} else ()
