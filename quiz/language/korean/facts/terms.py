"""What a term means: its definition beside it, after 곧, or in the sentence before."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.language.korean.arguments import (
    mentions_in,
    pieces_or_none,
    says_who,
    subject_text,
)
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause, clauses
from quiz.language.korean.facts.answers import accepted_names
from quiz.language.korean.facts.definitions import (
    can_be_asked,
    definition_before,
    tells_enough,
    topic_mention,
)
from quiz.language.korean.josa import attach
from quiz.language.korean.mentions import Mention, read_phrase
from quiz.language.korean.morphology import Part, Sentence
from quiz.language.korean.phrases import is_copular, phrases
from quiz.language.korean.pieces import Unresolved, own_pieces
from quiz.language.korean.prompts import CLEFT, as_subject, ended, finish, in_place
from quiz.language.korean.wordlists import VAGUE_NOUNS, Kind, noun_kind

LONG_ALLUSION = 7  # words
LONGEST_TOLD = 16  # words of the sentence that 이를 points back to
COMMON_PERSON = re.compile(r"^[가-힣](?:인|민|자|상|꾼|병|군|공|수)$")
THIS_IS_CALLED = re.compile(
    r"^(?:이를|이것을|이 (?P<noun>[가-힣]{1,8})(?:을|를)) "
    r"[‘'“]?(?P<name>[^\s‘’'“”]{2,15}?)[’'”]?"
    r"(?:이라고|라고|이라|라) "
    r"(?:한다|합니다|부른다|부릅니다|하였다|불렀다|불렸다|하며|하는데|하고|부르며|부르는데)"
)
THIS_NOW_CALLED = re.compile(
    r"(?<=[, ])(?:이를|이것을) [‘'“]?(?P<name>[^\s‘’'“”]{2,15}?)[’'”]?"
    r"(?:이라고|라고|이라|라) (?:한다|합니다|부른다|부릅니다|했다|하였다|불렀다)"
)
SAID_TO_BE = re.compile(
    r"^(?:이르는|가리키는|뜻하는|일컫는|의미하는) 말(?:이다|입니다|이며|이고)"
)
THERE_IS = ("있", "생기", "생긴", "나타나", "나 있")
POINTS = re.compile(r"^(?:가리키|뜻하|의미하|이르|일컫|상징하)")
MEANS = re.compile(
    r"^(?:말한다|뜻한다|의미한다|가리킨다|일컫는다|이른다|말합니다|뜻합니다|의미합니다|"
    r"가리킵니다|(?:말|뜻|의미)하(?:며|고|는데)|가리키(?:며|고|는데)|일컫(?:으며|고|는데))"
)


def find(reading: Reading) -> Iterator[Candidate]:
    yield from apposed(reading)
    yield from restated(reading)
    yield from told_before(reading)
    yield from told_just_before(reading)
    yield from meant(reading)
    yield from points_to(reading)


def apposed(reading: Reading) -> Iterator[Candidate]:
    """'빛을 흡수하는 색소인 엽록소가' -> '빛을 흡수하는 색소는 무엇인가?'."""
    sentence = reading.sentence
    for phrase in phrases(sentence):
        number = phrase.first - 1
        if phrase.is_time or number < 1 or sentence.words[number].quoted:
            continue
        noun = sentence.words[number]
        if noun.part is not Part.ADNOMINAL or not is_copular(noun):
            continue
        mention = read_phrase(sentence, phrase)
        told = definition_before(reading, number)
        if noun.core.endswith("적"):
            continue  # '효율적인 전략'
        if not told or len(mention.name) < 2 or mention.name in VAGUE_NOUNS:
            continue
        kind = noun_kind(noun.core) or Kind.THING
        text = finish([*told, noun.core], reading.setting)
        named = reading.setting.names.kind(mention.name) is Kind.PERSON
        if COMMON_PERSON.match(mention.name):
            named = False
        question = f"{attach(text, '은')} {CLEFT[kind][1]}인가?"
        if kind is Kind.PERSON and not named:
            question = f"{attach(text, '을')} 무엇이라고 하는가?"
        yield Candidate(
            "definition",
            sentence,
            mention.start,
            mention.end,
            question,
            accepted_names(mention, reading.setting.names),
            Kind.TERM
            if kind is Kind.PERSON and not named
            else reading.setting.names.kind(mention.name) or kind,
            weight=78,
            part="apposed",
        )


def restated(reading: Reading) -> Iterator[Candidate]:
    """'돌을 깐 길, 곧 박석길이' -> '돌을 깐 길을 무엇이라고 하는가?'."""
    sentence = reading.sentence
    for phrase in phrases(sentence):
        number = phrase.first - 1
        if number < 2 or phrase.is_time or not says_again(sentence, number):
            continue
        if sentence.words[number].text == "말해":
            number -= 1
        noun = sentence.words[number - 1]
        told = definition_before(reading, number - 1)
        mention = read_phrase(sentence, phrase)
        if not told or noun.part is not Part.NOUN or noun.josa or not noun.comma:
            continue
        text = finish([*told, noun.core], reading.setting)
        yield naming_question(reading, mention, text, 84)


def says_again(sentence: Sentence, number: int) -> bool:
    """Tell 곧, 즉 and 다시 말해."""
    word = sentence.words[number].text
    again = word == "말해" and sentence.words[number - 1].text == "다시"
    return again or word in {"곧", "즉"}


def told_before(reading: Reading) -> Iterator[Candidate]:
    """'물이 거꾸로 흐른다. 이를 역류라고 한다.' -> '... 흐르는 것을 무엇이라고 하는가?'."""
    sentence, previous = reading.sentence, reading.setting.context.previous
    match = THIS_IS_CALLED.match(sentence.text)
    if match is None or previous is None or not previous.words or "“" in previous.text:
        return
    for phrase in phrases(sentence):
        if not phrase.start <= match.start("name") < phrase.end:
            continue
        mention = read_phrase(sentence, phrase)
        text = what_was_told(previous, match["noun"] or "", reading)
        if text and (mention.name in match["name"] or mention.name == match["name"] + "이"):
            yield naming_question(reading, mention, text, 86)
        return


def told_just_before(reading: Reading) -> Iterator[Candidate]:
    """'기체가 드나드는 구멍이 있는데, 이를 기공이라고 한다' -> the name of the hole."""
    sentence = reading.sentence
    words = sentence.words
    match = THIS_NOW_CALLED.search(sentence.text)
    opened = next((n for n, w in enumerate(words) if match and w.start >= match.start()), 0)
    if match is None or opened < 3:
        return
    for phrase in phrases(sentence):
        if not phrase.start <= match.start("name") < phrase.end:
            continue
        mention = read_phrase(sentence, phrase)
        nouns = [n for n in range(opened) if words[n].is_subject]
        if not nouns or not words[opened - 1].text.startswith(THERE_IS):
            return
        told = definition_before(reading, nouns[-1])
        if told:
            text = finish([*told, words[nouns[-1]].core], reading.setting)
            yield naming_question(reading, mention, text, 86)
        return


def what_was_told(previous: Sentence, noun: str, reading: Reading) -> str:
    """Return the sentence before as a noun phrase: what 이를 or 이 고리를 means."""
    found = clauses(previous)
    before = replace(reading, sentence=previous)
    if noun:
        for number, word in enumerate(previous.words):
            if word.core == noun and (told := definition_before(before, number)):
                return finish([*told, noun], reading.setting)
        return ""
    predicate = found[-1].predicate if found else None
    if predicate is None or predicate.is_copula or len(previous.words) > LONGEST_TOLD:
        return ""
    whole = replace(found[-1], head=(), topic=(), body=tuple(range(len(previous.words))))
    try:
        pieces = [as_subject(p) for p in own_pieces(whole, reading.setting)]
    except Unresolved:
        return ""
    if len(pieces) > 2 and pieces[-2].core == "일":
        return finish([*(p.text for p in pieces[:-2]), "일"], reading.setting)
    return finish([*ended(pieces, whole, question=False), "것"], reading.setting)


def naming_question(
    reading: Reading, mention: Mention, text: str, weight: int
) -> Candidate:
    names = reading.setting.names
    return Candidate(
        "definition",
        reading.sentence,
        mention.start,
        mention.end,
        f"{attach(text, '을')} 무엇이라고 하는가?",
        accepted_names(mention, names),
        names.kind(mention.name) or Kind.TERM,
        weight=weight,
        part="named",
    )


def points_to(reading: Reading) -> Iterator[Candidate]:
    """'다모는 달마대사를 가리키는 말이다' -> '다모는 무엇을 가리키는 말인가?'."""
    sentence = reading.sentence
    for clause in reading.clauses:
        if not clause.topic or clause.predicate is None:
            continue
        for mention in mentions_in(clause):
            number = mention.phrase.last + 1
            if not clause.word(mention.phrase.last).is_object or number >= len(
                sentence.words
            ):
                continue
            verb = clause.word(number)
            if not is_what_is_said(clause, number):
                continue
            if not POINTS.match(verb.text) or not reading.setting.names.is_proper(
                mention.name
            ):
                continue
            pieces = pieces_or_none(clause, reading)
            who = subject_text(pieces, clause) if pieces else ""
            if pieces is None or not says_who(who, reading):
                continue
            kind = reading.setting.names.kind(mention.name) or Kind.THING
            wh = "누구" if kind is Kind.PERSON else "무엇"
            span = (mention.phrase.first, mention.phrase.last)
            yield Candidate(
                "name-meaning",
                sentence,
                mention.start,
                mention.end,
                in_place(clause, pieces, span, wh, reading.setting),
                accepted_names(mention, reading.setting.names),
                kind,
                weight=86,
                part="meaning",
            )


def is_what_is_said(clause: Clause, number: int) -> bool:
    """Tell '달마를 가리킨다' and '... 가리키는 말이다' from '왕을 상징하는 탑이 섰다'."""
    return number in clause.body[-2:]


def meant(reading: Reading) -> Iterator[Candidate]:
    """'관요는 그릇을 굽던 가마를 말한다' -> '그릇을 굽던 가마를 무엇이라고 하는가?'."""
    for clause in reading.clauses:
        said_to_be = SAID_TO_BE.search(
            " ".join(clause.word(n).text for n in clause.body[-2:])
        )
        if not clause.topic or not (
            MEANS.match(clause.word(clause.body[-1]).text) or said_to_be
        ):
            continue
        pieces = pieces_or_none(clause, reading)
        topic = topic_mention(clause)
        if pieces is None or topic is None or not can_be_asked(topic, reading):
            continue
        body = [p for p in pieces if p.number > clause.topic[-1]][:-1]
        if said_to_be is not None:
            body = body[:-1]
        if (
            not body
            or body[-1].josa not in {"을", "를"}
            or not tells_enough(body, clause, reading)
        ):
            continue
        allusion = clause.word(clause.topic[-1]).text[0] in "‘“「『"
        if (
            allusion
            and len(body) > LONG_ALLUSION
            and clause.word(clause.body[-1]).text[:3] == "가리킨"
        ):
            continue  # what a title alludes to is not called so
        text = finish([p.text for p in body], reading.setting)
        names = reading.setting.names
        yield Candidate(
            "definition",
            clause.sentence,
            topic.start,
            topic.end,
            f"{text} 무엇이라고 하는가?",
            accepted_names(topic, names),
            names.kind(topic.name) or Kind.THING,
            weight=84,
            part=str(clause.body[0] or ""),
        )
