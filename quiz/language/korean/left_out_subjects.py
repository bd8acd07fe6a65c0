"""Who a clause without a subject tells of."""

import re
from collections.abc import Iterator

from quiz.language.korean.boundaries import is_agent
from quiz.language.korean.clauses import Clause, is_main_argument, taken_before
from quiz.language.korean.context import Context
from quiz.language.korean.doers import also_there, is_doer
from quiz.language.korean.life_spans import is_after_life
from quiz.language.korean.mentions import GIVEN_NAMES
from quiz.language.korean.morphology import Part
from quiz.language.korean.phrases import is_time_word
from quiz.language.korean.pieces import Setting
from quiz.language.korean.valency import befalls_things
from quiz.language.korean.wordlists import (
    COMMON_SURNAMES,
    OF_A_THING,
    Kind,
    noun_kind,
    title_of,
    words,
)

OF_A_PERSON = words(
    """
아버지 어머니 아내 남편 아들 딸 형 동생 무덤 묘 생가 호 본명 고향 본관 유해
장례 스승 제자 업적 부모 외아들 맏아들 맏딸 부인 아우 누나 누이 여동생 남동생 할아버지
할머니 외할아버지
대표작 초상 초상화 흉상 동상
외할머니 손자 손녀 조카 장인 장모 시아버지 사위 며느리 이복형 키 나이 성 묘비
"""
)
HUMAN_DOING = re.compile(
    r"^(?:취직|취임|입학|졸업|귀국|유학|결혼|태어|숨졌|숨을|사망|별세|일했|일하|은퇴|"
    r"입사|입단|데뷔|성공|망명|진학|부임|활동|지냈|지내|들어갔|떠났|수술|맡았|연구)"
)
NAMING = re.compile(r"^(?:한다|합니다|했다|했습니다|부른다|부릅니다|불렀다|이른다)")
CALLED = re.compile(r"야 한|된다\.?$|됩니다")


def topic_that_goes_on(clause: Clause, setting: Setting) -> str:
    """Return the topic of the sentence before, or what the article is about, or "".

    '1460년 영묘사로 옮겨졌습니다' under the bell's name is about the bell. What acts on
    an object must be somebody who can.
    """
    context = setting.context
    told = [clause.word(n) for n in clause.body]
    if any(is_subject_of(n, clause) for n in clause.body) or not (
        context.goes_on or context.topic == context.subject
    ):
        return ""
    if NAMING.match(told[-1].text) or CALLED.search(told[-1].text) or clause.outer:
        return ""
    kind = setting.names.kind(context.topic)
    person = kind is Kind.PERSON or may_be_named(context.topic, setting)
    befalls = befalls_things(clause.sentence.words, clause.body, clause.predicate)
    if person and (befalls or COATED.search(told[-1].text)):
        thing = setting.names.kind(context.subject) not in {None, Kind.PERSON}
        return context.subject if thing else ""  # '1651년 다시 시행되었다'
    past = clause.predicate is not None and clause.predicate.past
    if kind is Kind.PERSON and not past and context.topic != context.subject:
        return ""  # a plot, or what holds in general
    acts = any(w.is_object for w in told) and not clause.predicate_is_passive
    if acts and kind not in {Kind.PERSON, Kind.COMPANY, Kind.BODY}:
        return ""
    return context.topic


def may_be_named(topic: str, setting: Setting) -> bool:
    """Tell 김육 and '앨버트 건터', whom no title shows to be persons, from 대동법."""
    first = topic.split()[:1]
    if first and (first[0] in GIVEN_NAMES or noun_kind(first[0]) is Kind.PERSON):
        return True
    shaped = len(topic) in {2, 3} and topic[0] in COMMON_SURNAMES
    return shaped and setting.names.is_proper(topic) and noun_kind(topic) is None


def about_somebody(clause: Clause, setting: Setting) -> bool:
    """Tell whether the life that is told goes on: '1919년에는 시험장에 취직했다'."""
    if not setting.context.person:
        return False
    previous = setting.context.previous
    others = previous is not None and any(
        (w.is_topic or w.is_subject) and noun_kind(w.core) is Kind.PERSON
        for w in previous.words
    )
    acts = any(clause.word(n).is_object for n in clause.body)
    doing = HUMAN_DOING.match(clause.word(clause.body[-1]).text) is not None
    return not others and (acts or doing)


def is_subject_of(number: int, clause: Clause) -> bool:
    word = clause.word(number)
    if of_noun_clause(number, clause):
        return False
    return word.is_topic or (
        is_doer(word)
        and is_main_argument(clause.sentence, number, clause.body)
        and not taken_before(clause.sentence.words, number, clause.body)
    )


NOBODYS = words("덕 때문 전 후 뒤 뜻 탓 셈 말 얘기 결과 것 제도 일 중 때 무렵 차례")
# '칠해졌다', which befalls nobody.
COATED = re.compile(r"(?:칠해|지어|세워|만들어|놓여|새겨|꾸며|채워|그려|쓰여|옮겨)[지진졌]")


def has_subject(clause: Clause) -> bool:
    """Tell a topic of the clause from the 전쟁이 of '전쟁이 일어나기 전에'."""
    if not clause.topic:
        return False
    last = clause.topic[-1]
    return last not in clause.body or not of_noun_clause(last, clause)


def of_noun_clause(number: int, clause: Clause) -> bool:
    """Tell whether a noun made of a verb takes the word: 일어나기."""
    if number >= clause.body[-1] or not clause.word(number).is_subject:
        return False
    return "ETN" in clause.word(number + 1).tags()


def left_out_subject(clause: Clause, setting: Setting) -> str:
    """Return whom a clause without a subject is about, where that is safe, or ""."""
    found = subject_meant(clause, setting)
    person = bool(found) and setting.names.kind(found) is Kind.PERSON
    died = setting.context.died if found == setting.context.subject else None
    return "" if person and is_after_life(clause, died) else found


def subject_meant(clause: Clause, setting: Setting) -> str:
    context = setting.context
    if clause.predicate is None or after_another(clause) or troops_act(clause):
        return ""
    if clause.predicate.is_copula and clause.predicate.before in NOBODYS:
        return ""  # '판매가 늘어난 덕이다', '발명되기 전이었다'
    if clause.topic:
        return carried_topic(clause, setting) if not has_subject(clause) else ""
    if also_there(clause.sentence.words, clause.body):
        return ""
    if setting.names.kind(context.subject) is Kind.PERSON:
        return life_told(clause, setting) or carried_topic(clause, setting)
    if is_hearsay(clause) or has_later_topic(clause):
        return ""
    if not context.topic and not about_somebody(clause, setting):
        return carried_topic(clause, setting)
    return topic_that_goes_on(clause, setting) or carried_topic(clause, setting)


def troops_act(clause: Clause) -> bool:
    """Tell the 수군 of '장수 최가람의 수군이 ... 싸웠다': it is they who act."""
    return any(
        TROOPS.search(clause.word(n).core) and is_subject_of(n, clause)
        for n in clause.body[:-1]
    )


TROOPS = re.compile(r"(?:수군|육군|해군|공군|군대|부대|함대|[가-힣]{2}군)$")


def is_hearsay(clause: Clause) -> bool:
    """Tell '가온이 먼저 쟀다고 알려져 있다', which nothing before is known for."""
    told = [clause.word(n).text for n in clause.body[-3:]]
    return any(
        told[n - 1].endswith("다고") and HEARD.match(told[n]) for n in range(1, len(told))
    )


def has_later_topic(clause: Clause) -> bool:
    """Tell '전쟁을 겪으며 이 제도는 사라졌다': what is told of comes after."""
    words, end = clause.sentence.words, clause.body[-1] + 1
    if clause.main or not WITH_NEXT.search(words[end - 1].text):
        return False
    for number, word in enumerate(words[end : end + 4], end):
        if word.is_topic and word.josa in {"은", "는"} and not is_time_word(word.core):
            own = word.core in OF_A_THING or word.core in OF_A_PERSON
            return not own and number + 1 < len(words)
        if not (word.is_bare or word.part in {Part.ADNOMINAL, Part.DETERMINER}):
            return False
    return False


def carried_topic(clause: Clause, setting: Setting) -> str:
    """Return the topic of an earlier sentence where the predicate suits it, or "".

    A Korean story names its topic once. Whether it still goes on is guessed by what the
    wording shows: see the signs `carried`.
    """
    last = clause.word(clause.body[-1])
    if clause.outer or NAMING.match(last.text) or CALLED.search(last.text):
        return ""
    if any(is_subject_of(n, clause) or is_counted_actor(n, clause) for n in clause.body):
        return ""
    if OF_NOBODY.search(last.text) or is_part_at_front(clause):
        return ""
    if any(EVERYBODY.match(word.text) for word in clause.sentence.words):
        return ""
    if follows_another(clause) and any(clause.word(n).is_object for n in clause.body):
        return ""
    told = next((t for t in may_go_on(setting.context) if suits(t, clause, setting)), "")
    return told or company_that_acts(clause, setting)


def company_that_acts(clause: Clause, setting: Setting) -> str:
    """Return whose report it is, where a sentence says what is done and nobody does it."""
    company = setting.context.company
    last = clause.word(clause.body[-1])
    acts = any(clause.word(n).is_object for n in clause.body)
    if not company or not setting.calendar.news or not acts or SAID.match(last.text):
        return ""
    planned = clause.predicate is not None and clause.predicate.before in PLANS
    state = clause.predicate is None or (clause.predicate.is_copula and not planned)
    if state or clause.predicate_is_passive or not clause.main:
        return ""
    doing = planned or (clause.predicate is not None and clause.predicate.past)
    if (setting.context.product and not doing) or MAY.match(last.text):
        return ""  # what the product does, or what anybody may do
    if any(OF_PRICES.match(clause.word(n).text) for n in clause.body):
        return ""
    if any(clause.word(n).text.endswith("께서는") for n in clause.body):
        return ""
    return company if suits(company, clause, setting) else ""


def may_go_on(context: Context) -> Iterator[str]:
    """Yield the topics that may go on: in a life whom it tells, else the last one."""
    if context.subject:
        yield context.subject
    if context.carried and context.since < NEAR:
        yield context.carried


def suits(topic: str, clause: Clause, setting: Setting) -> bool:
    """Tell whether the predicate can be said of `topic`: who acts must be able to."""
    if QUOTE.search(topic) or any(topic in clause.word(n).text for n in clause.body):
        return False
    names = setting.names
    kind = names.kind(topic)
    last = topic.split()[-1]
    person = kind is Kind.PERSON or may_be_named(topic, setting) or bool(title_of(last))
    words_of = clause.sentence.words
    if person:
        coated = COATED.search(clause.word(clause.body[-1]).text) is not None
        return not coated and not befalls_things(words_of, clause.body, clause.predicate)
    if HUMAN_DOING.match(clause.word(clause.body[-1]).text):
        return False
    acts = any(clause.word(n).is_object for n in clause.body)
    if kind in ACTING or not acts or clause.predicate_is_passive:
        return True
    animal = ANIMAL.search(names.nouns.get(topic, "")) is not None
    return animal and not DONE_TO_ANIMALS.match(clause.word(clause.body[-1]).text)


def follows_another(clause: Clause) -> bool:
    """Tell whether anything before the clause may be its subject."""
    return any(
        (word.is_topic or word.is_subject) and not word.quoted
        for word in clause.sentence.words[: clause.body[0]]
        if not is_time_word(word.core)
    )


def is_counted_actor(number: int, clause: Clause) -> bool:
    """Tell the '200명' of '200명 넘게 다쳤다': these are who it tells of."""
    return PEOPLE.match(clause.word(number).text) is not None


def is_part_at_front(clause: Clause) -> bool:
    """Tell '꼭대기에는 ...', which is said of the part."""
    first = clause.word(clause.body[0])
    return first.core in OF_A_THING and bool(first.josa)


HEARD = re.compile(r"(?:알려져|전해져|전해지|알려진|전해진|한다|합니다)")
WITH_NEXT = re.compile(r"(?:며|면서|자|어|아|여|해),?$")
NEAR = 2  # sentences
EVERYBODY = re.compile(r"(?:누구|아무|누구든)(?:나|도|지)")
MAY = re.compile(r"^(?:있다|없다|있습니다|된다|됩니다)")
OF_PRICES = re.compile(
    r"^(?:최고치|최저치|최고가|최저가|뛰기|뛴|치솟|오르기|내리기|급등|급락)"
)
PLANS = frozenset({"계획", "방침", "예정", "목표", "구상"})
SAID = re.compile(
    r"^(?:말|밝|전했|덧붙|설명|강조|평가|지적|전망|내다|꼽|보았|봤|요구|촉구|주장)"
)
QUOTE = re.compile(r"[‘“\"']")
PEOPLE = re.compile(r"^[\d,.만천백여]+ ?명(?:이|가)?$")
ACTING = frozenset({Kind.PERSON, Kind.COMPANY, Kind.BODY, Kind.COUNTRY, Kind.CITY})
ANIMAL = re.compile(r"(?:동물|포유류|물고기|어류|새|곤충|조류|파충류|양서류|오리|물새)$")
DONE_TO_ANIMALS = re.compile(
    r"(?:포획|도입|방사|발견|보호|지정|복원|연구|조사|관찰|기증|놓아|풀어|사육|증식|남획|들여)"
)
# Of what everybody does or what may be: nobody is left out there.
OF_NOBODY = re.compile(
    r"^(?:여겨|추정|알려|전해|보인다|보입니다|필요하|가능하|마찬가지|때문이|셈이|것이다|"
    r"한몫|나온다|나왔다|있다|없다|많다|적다|걸[린렸리])"
)


def after_another(clause: Clause) -> bool:
    """Tell whether an earlier part of the sentence has somebody who is not meant."""
    words, end = clause.sentence.words, clause.body[0]
    return any(
        is_agent(words, n, end) or (words[n].is_topic and not words[n].quoted)
        for n in range(end)
        if not is_time_word(words[n].core)
    )


def life_told(clause: Clause, setting: Setting) -> str:
    """Return the person of a biography, unless the sentence before was about another."""
    context = setting.context
    own = {context.subject, *setting.names.others(context.subject)}
    first = clause.word(0)
    if first.core in OF_A_PERSON and first.josa == "의":
        return context.subject  # '아버지의 뒤를 이어'
    if context.person not in own or (context.topic and context.topic not in own):
        another = setting.names.kind(context.topic) is Kind.PERSON
        return "" if another or not about_somebody(clause, setting) else context.subject
    if context.topic:
        return context.subject
    return context.subject if about_somebody(clause, setting) else ""
