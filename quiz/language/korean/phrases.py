"""Words -> noun phrases: a run of nouns that ends in one particle or copula."""

import re
from collections.abc import Iterator
from functools import lru_cache

from quiz.language.korean.morphology import VERB_TAGS, Part, Sentence, Word
from quiz.language.korean.values import value
from quiz.language.korean.wordlists import words

OPENING, CLOSING = "‘'“\"「『《〈<", "’'”\"」』》〉>"
TIME_WORD = re.compile(
    r"^(?:기원전|서기|약)?\s?(?:\d{1,4}년(?:대|경|쯤|도)?|\d{1,2}월|\d{1,2}일|"
    r"\d{1,2}시|\d{1,2}분|\d{1,2}세기)"
    r"(?:부터|까지|에|말|초|경|쯤)?$"
    r"|^\d{1,3}(?:년|개월|주|일|시간|분)(?:간|동안|만|째)$|^달간$|^[1-4]분기$|^(?:전반|후반|연장)$"
)
TIME_NOUNS = words("""
올해 해 오늘날 지난해 작년 재작년 금년 내년 이듬해 현재 당시 오늘 어제 최근 지금 오전 오후
매일 매년 매달 매주 하루 이날 그날 지난달 이달 이번 지난 오는 같은 그해 당일 전날 다음날
이튿날 이후 이전 초기 말기 평소 그동안 첫날 역대 이때 그때 이제 요즘
""")
DROPPED_FRONT = words(
    """
특히 약 현 전 신임 당시 올해 지난해 작년 금년 현재 초대 고 및 또 이번 주요 유명 세계적 등
각 본 모든 두 세 네 그 이 역대 그중 이중 정작 막상 본래 원래 늘 항상 보통 흔히
대신 한때 새로 이른바 자기 제때 훗날 하반기 상반기 그사이 반면 동안
회사
하루간 이틀간 사흘간 나흘간 닷새간 엿새간 이레간 열흘간 보름간 한동안
"""
)
THEN = words("때 당시 시절 시대 무렵 도중 직후 직전 이후 이전 이래")
AFTER_VERB = words(
    """
뒤 후 직후 때 동안 사이 무렵 이후 이래 순간 가운데 채 대로 만큼 데다 한편 즉시 반면 전 끝
중 결과 경우 이상 김에 대신 즈음
"""
)
LATTER_TIME = words(
    "동안 이후 이전 전 후 말 초 무렵 사이 내내 만 뒤 중 경 초반 중반 후반 중순 초순 하순"
)


# The sentences of a thick book: each is read three times over (names, context, facts).
SEVERAL_PASSES = 1 << 15


@value(frozen=True, slots=True, eq=False)
class Phrase:
    """Words `first` to `last` of a sentence; `start` and `end` hold no particle."""

    first: int
    last: int
    start: int
    end: int
    text: str
    josa: str
    copula: bool
    is_time: bool = False


@lru_cache(maxsize=65536)
def is_time_word(core: str) -> bool:
    return bool(TIME_WORD.match(core)) or core in TIME_NOUNS


def is_nominal(word: Word) -> bool:
    """Tell whether `word` is a noun, with a particle, a copula or bare."""
    if word.part is Part.NOUN:
        return not word.has_verb or is_copular(word)
    return is_copular(word)


@lru_cache(maxsize=8 * SEVERAL_PASSES)
def is_copular(word: Word) -> bool:
    if not word.has_verb:
        return False
    verbs = [m for m in word.morphs if m.tag.startswith(VERB_TAGS)]
    return (
        len(verbs) == 1
        and verbs[0].tag == "VCP"
        and verbs[0].start > word.start
        and word.core != ""
    )


@lru_cache(maxsize=SEVERAL_PASSES)
def phrases(sentence: Sentence) -> tuple[Phrase, ...]:
    """Return the noun phrases of `sentence`; time expressions stand alone."""
    return tuple(p for p in find_phrases(sentence) if p.text.strip())


def find_phrases(sentence: Sentence) -> Iterator[Phrase]:
    run: list[int] = []
    for number, word in enumerate(sentence.words):
        if not is_nominal(word) or leads_away(sentence, number):
            if run:
                yield from phrases_of_run(sentence, run)
            run = []
            continue
        run.append(number)
        if word.core in THEN and word.is_bare and len(run) > 1:
            yield phrase_of(sentence, run, is_time=True)
            run = []
            continue
        if not word.is_bare or is_copular(word):
            yield from phrases_of_run(sentence, run)
            run = []
    if run:
        yield from phrases_of_run(sentence, run)


def leads_away(sentence: Sentence, number: int) -> bool:
    """Tell whether the word is the 뒤 of '설파한 뒤': it ends an adverbial clause."""
    word = sentence.words[number]
    if number and word.core == "경우" and word.is_bare:
        return sentence.words[number - 1].josa == "의"  # '처방약의 경우'
    return (
        number > 0
        and word.core in AFTER_VERB
        and word.is_bare
        and sentence.words[number - 1].part is Part.ADNOMINAL
    )


def phrases_of_run(sentence: Sentence, run: list[int]) -> Iterator[Phrase]:
    """Cut a leading time expression off: '2016년 | 마윈이'."""
    words = sentence.words
    cut = 0
    while cut < len(run) and is_time_word(words[run[cut]].core):
        cut += 1
    while 0 < cut < len(run) and words[run[cut]].core in LATTER_TIME:
        cut += 1
    if cut:
        yield phrase_of(sentence, run[:cut], is_time=True)
    if cut < len(run):
        yield phrase_of(sentence, run[cut:], is_time=False)


def phrase_of(sentence: Sentence, run: list[int], is_time: bool) -> Phrase:
    first, last = sentence.words[run[0]], sentence.words[run[-1]]
    start, end = first.start, last.core_end
    while start < end and sentence.text[start] in OPENING:
        if not closes_inside(sentence.text, start, end):
            break
        start, end = start + 1, end - 1
    text = sentence.text[start:end]
    return Phrase(run[0], run[-1], start, end, text, last.josa, is_copular(last), is_time)


def closes_inside(text: str, start: int, end: int) -> bool:
    """Tell whether one quotation covers all of the phrase."""
    closing = CLOSING[OPENING.index(text[start])]
    return (
        end - start > 2
        and text[end - 1] == closing
        and text.find(closing, start + 1) == end - 1
    )


def forget() -> None:
    """Let the sentences of the last article go."""
    phrases.cache_clear()
    is_copular.cache_clear()
