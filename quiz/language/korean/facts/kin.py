"""Whose son, wife or teacher a person is: '경덕왕의 아들 혜공왕', '아버지인 성덕왕'."""

import re
from collections.abc import Iterator

from quiz.language.korean.arguments import is_coordinated
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.context import whole_name
from quiz.language.korean.facts.answers import accepted_names
from quiz.language.korean.facts.retold import mention_at, named_word
from quiz.language.korean.josa import attach
from quiz.language.korean.mentions import Mention, read_phrase
from quiz.language.korean.morphology import Part
from quiz.language.korean.names import Names
from quiz.language.korean.phrases import is_copular, phrases
from quiz.language.korean.wordlists import Kind, title_of, words

KIN = words("""
아버지 어머니 아들 딸 맏아들 장남 차남 장녀 차녀 막내딸 막내아들 외아들 외동딸 맏딸 둘째아들
아내 부인 남편 형 동생 남동생 여동생 누나 누이 아우 오빠 언니 손자 손녀 조카 삼촌 숙부
외삼촌 할아버지 할머니 증손자 사위 며느리 장인 장모 스승 제자 왕비 후궁 왕세자 세자 후계자
양아들 외손자 외할아버지 사촌 약혼자 약혼녀 부친 모친
""")
ANY_KIN = re.compile("|".join(sorted(KIN)))
ROYAL_CHILD = re.compile(r"^[가-힣]{2,4}(?:대군|공주|옹주|왕자|세자)$")
ORDER = re.compile(r"^(?:첫|둘|셋|넷|다섯|여섯)째$|^막내$")
OWN = frozenset({"그의", "그녀의", "자신의"})
HONORED = frozenset({"씨", "여사", "선생", "선생님", "옹"})


def find(reading: Reading) -> Iterator[Candidate]:
    sentence = reading.sentence
    if not ANY_KIN.search(sentence.text):
        return
    names = reading.setting.names
    for phrase in phrases(sentence):
        if phrase.is_time or phrase.last == 0:
            continue
        mention = read_phrase(sentence, phrase)
        if is_coordinated(sentence, phrase):
            continue
        kin, number = kin_of(reading, mention)
        if not is_person(mention, names) and not ROYAL_CHILD.search(mention.name):
            continue
        owner = owner_of(reading, number, mention) if kin else ""
        if owner and owner not in {mention.name, *names.others(mention.name)}:
            yield Candidate(
                "kin", sentence, mention.start, mention.end,
                f"{owner}의 {attach(kin, '은')} 누구인가?", accepted_names(mention, names),
                Kind.PERSON, weight=86, part="kin",
            )  # fmt: skip


def is_person(mention: Mention, names: Names) -> bool:
    return names.kind(mention.name) is Kind.PERSON or mention.noun in KIN


def kin_of(reading: Reading, mention: Mention) -> tuple[str, int]:
    """Return the word of kinship before the name and its number, or ("", -1)."""
    sentence = reading.sentence
    first = mention.phrase.first
    for number in range(first, mention.phrase.last):
        word = sentence.words[number]
        if word.core in KIN and word.end < mention.start + 1 and word.is_bare:
            return word.core, number
    kin, number = kin_before(reading, mention)
    order = sentence.words[number - 1] if kin and number else None
    if order is not None and ORDER.match(order.text):
        return f"{order.text} {kin}", number - 1
    return kin, number


def kin_before(reading: Reading, mention: Mention) -> tuple[str, int]:
    """Read '아버지인 성덕왕' and '어머니는 사카이 유키이다'."""
    first = mention.phrase.first
    before = reading.sentence.words[first - 1] if first else None
    if before is None:
        return "", -1
    core = named_word(before)
    if core in KIN and before.part is Part.ADNOMINAL and is_copular(before):
        return core, first - 1
    if core in KIN and before.is_topic and mention.phrase.copula:
        return core, first - 1
    return "", -1


def owner_of(reading: Reading, number: int, mention: Mention) -> str:
    """Return whose: the 의 word before, the sentence's person, or the article's."""
    sentence, context = reading.sentence, reading.setting.context
    names = reading.setting.names
    if number > 0 and sentence.words[number - 1].josa == "의":
        return owner_named(reading, number - 1)
    word = sentence.words[number]
    if number > 0 and (
        sentence.words[number - 1].is_bare
        or sentence.words[number - 1].part is Part.ADNOMINAL
    ):
        return ""
    own = word.is_topic or sentence.words[mention.phrase.last].is_topic
    topics = [n for n in range(number) if sentence.words[n].is_topic]
    if topics:
        topic = mention_at(sentence, topics[-1])
        person = topic is not None and names.kind(topic.name) is Kind.PERSON
        return topic.name if topic is not None and person else ""
    if own and number <= 1 and names.kind(context.subject) is Kind.PERSON:
        return context.subject
    return ""


def owner_named(reading: Reading, number: int) -> str:
    sentence, names = reading.sentence, reading.setting.names
    word = sentence.words[number]
    if word.text in OWN:
        return reading.setting.context.person
    mention = mention_at(sentence, number)
    if mention is None or is_coordinated(sentence, mention.phrase):
        return ""
    name = mention.name
    surname = mention.phrase.text.split()
    if len(surname) == 2 and len(surname[0]) == 1 and (
        surname[1] in HONORED or title_of(surname[1])
    ):  # fmt: skip
        whole = whole_name(surname[0], surname[1], names) or ""
        return whole.removesuffix(f" {surname[1]}") if surname[1] in HONORED else whole
    proper = "NNP" in word.tags() and names.kind(name) in {None, Kind.THING}
    return name if proper or names.kind(name) is Kind.PERSON else ""
