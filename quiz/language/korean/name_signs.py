"""What the words around a name say of it: is it a name, and of what kind."""

import re
from collections.abc import Iterable

from quiz.language.korean.gazetteer import known_names
from quiz.language.korean.mentions import (
    Mention,
    fixed_kind,
    is_korean_name,
    is_name_shaped,
    is_person_noun,
)
from quiz.language.korean.morphology import Part, Sentence
from quiz.language.korean.phrases import Phrase, is_copular, is_time_word
from quiz.language.korean.wordlists import (
    NOUN_KINDS,
    VAGUE_NOUNS,
    Kind,
    head_noun,
    noun_kind,
    title_of,
    words,
)

PERSON_VERBS = re.compile(
    r"^(?:말했|태어났|졸업|결혼|사망|숨졌|은퇴|입학|회고|덧붙였|별세|인사말|취임|"
    r"데뷔|입단|유학)"
)
PLACE_VERBS = re.compile(r"^(?:열렸|열린|열리|개최|태어났|태어난|출생|개막|폐막|살았|거주)")
COMMON_TAGS = frozenset({"NNG", "NNP", "XSN", "NNB"})
NO_NAME_ENDS = words(
    """
남쪽 북쪽 동쪽 서쪽 위 아래 앞 뒤 옆 안 밖 내 외 근처 일대 부근 사이 전기 중기 후기 초기
말기 출신 때 등 시절 시대 당시 방면 곳곳 전역 속 측 주변 인근 이상 이하 정도 가운데 중심
수준 기준 대상 이유 역
"""
)
MEASURE = re.compile(r"^[\d,.]+ ?[가-힣A-Za-z%]{0,4}$")
SURNAME_TITLE = re.compile(r"^[가-힣] [가-힣]{2,6}$")
# Kiwi takes these for names; they say what kind somebody or something is.
NOT_NAMES = words(
    """
수비형 공격형 학위 전현직 전직 현직 득점왕 도움왕 신인왕 최우수선수 준우승 우승
결승 왼발 오른발 헤딩 만점 주연 조연 초창기 후반기 전반기 상반기 하반기 온라인
오프라인
"""
)
OWNED = re.compile(r"(?:^| )(?:산하|소속|내|단일|주요|일부|여러|각) ")
OF_A_PERSON = words(
    """
소설 시집 저서 희곡 제자 아들 딸 별명 후계자 스승 생애 삶 아내 남편 아버지 어머니 유언
죽음 생가 초상화 편지 일기
"""
)
WORK_MARKS = "『《〈「<"


def looks_proper(sentence: Sentence, phrase: Phrase, mention: Mention) -> bool:
    """Tell a name from a common noun: NNP, Latin, quotation marks, title, suffix."""
    if mention.title:
        return True
    last = mention.name.split()[-1]
    if last in NOT_NAMES:
        return False
    if " " in mention.name and (
        OWNED.search(mention.name) or (phrase.copula and head_noun(last))
    ):
        return False
    if last in NO_NAME_ENDS:
        return False
    if mention.name in VAGUE_NOUNS or is_time_word(mention.name):
        return False
    if MEASURE.match(mention.name) or SURNAME_TITLE.match(mention.name):
        return False
    if mention.noun or phrase.start > sentence.words[phrase.first].start:
        return True  # it stood in quotation marks
    tags = [
        m.tag
        for word in sentence.words[phrase.first : phrase.last + 1]
        for m in word.morphs
        if mention.start <= m.start < mention.end
    ]
    if fixed_kind(mention.name) and last not in NOUN_KINDS:
        return True
    return "NNP" in tags or ("SL" in tags and "SN" not in tags[:1])


def kinds_told(
    sentence: Sentence, phrase: Phrase, mention: Mention
) -> Iterable[tuple[Kind, int]]:
    name = mention.name
    if mention.title or (mention.noun and is_person_noun(mention.noun)):
        yield Kind.PERSON, 3
    if kind := fixed_kind(name):
        yield kind, 4
    if kind := known_names().get(name):
        yield kind, 3
    if len(name) >= 3 and name[-1] == "시" and " " not in name:
        yield Kind.CITY, 2
    if opens_work(sentence, phrase):
        yield Kind.WORK, 3
    if kind := kind_before(sentence, phrase):
        yield kind, 2
    yield from kinds_by_verb(sentence, phrase)
    following = sentence.words[phrase.last + 1 : phrase.last + 2]
    comma = sentence.words[phrase.last].comma
    if (
        following
        and not comma
        and phrase.josa in {"의", ""}
        and following[0].core in OF_A_PERSON
    ):
        yield Kind.PERSON, 1
    if is_korean_name(name) and not fixed_kind(name) and acts(sentence, phrase):
        yield Kind.PERSON, 1
    last = name.split()[-1]
    if last.isascii() and noun_kind(name.split()[0]) is Kind.PERSON:
        yield Kind.PERSON, 2  # '주인공 P'
    tags = sentence.words[phrase.last].tags()[:1]
    alone = last != name and tags == ["NNP"] and is_name_shaped(last)
    if alone and acts(sentence, phrase):
        yield Kind.PERSON, 2  # '사찬 설오유가 이끌었다'
    if not mention.title and (kind := noun_kind(common_tail(sentence, phrase, mention))):
        yield kind, 2


def common_tail(sentence: Sentence, phrase: Phrase, mention: Mention) -> str:
    """Return the common noun that a name ends in or stands beside, or ""."""
    if mention.noun:
        return mention.noun
    word = sentence.words[phrase.last]
    inside = [m for m in word.morphs if m.start < mention.end and m.tag in COMMON_TAGS]
    if (
        not inside
        or inside[-1].tag == "NNP"
        or mention.end != min(word.core_end, phrase.end)
    ):
        return ""
    if inside[0].start == mention.start and len(inside) == 1:
        return ""
    tail = word.core if len(inside) == 1 else inside[-1].form
    return tail if len(tail) >= 2 and not title_of(tail) else ""


def acts(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether the phrase is the subject of something done."""
    word, last = sentence.words[phrase.last], sentence.words[-1]
    stems = [m.form for m in last.morphs if m.is_verb]
    doing = (
        last.part is Part.FINAL
        and not is_copular(last)
        and not {"되", "지", "있", "없"} & set(stems)
    )
    return doing and (word.is_topic or word.is_subject)


def opens_work(sentence: Sentence, phrase: Phrase) -> bool:
    return sentence.text[max(0, phrase.start - 1)] in WORK_MARKS


def kind_before(sentence: Sentence, phrase: Phrase) -> Kind | None:
    """Read '주석인 왕젠', '수도 서울': the noun before says what follows."""
    if phrase.first == 0:
        return None
    word = sentence.words[phrase.first - 1]
    if word.part is Part.ADNOMINAL and is_copular(word):
        return noun_kind(word.core)
    return None


def kinds_by_verb(sentence: Sentence, phrase: Phrase) -> Iterable[tuple[Kind, int]]:
    if phrase.josa == "께서":
        yield Kind.PERSON, 3
    if phrase.josa == "에게":
        yield Kind.PERSON, 1
    later = sentence.words[phrase.last + 1 : phrase.last + 3]
    if phrase.josa == "에서" and any(PLACE_VERBS.match(w.text) for w in later):
        yield Kind.PLACE, 1
    final = sentence.words[-1].text if sentence.words else ""
    if phrase.josa in {"은", "는"} and PERSON_VERBS.match(final):
        yield Kind.PERSON, 1
