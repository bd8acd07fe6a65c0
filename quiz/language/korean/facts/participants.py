"""Who did it, what was done, where: the arguments of a clause's verb."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.language.korean.arguments import (
    has_relative_before,
    is_coordinated,
    mentions_in,
    noun_phrase_start,
    pieces_or_none,
    says_who,
    subject_text,
)
from quiz.language.korean.boundaries import is_postposition
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import (
    Clause,
    is_main_argument,
    second_subject,
    verb_between,
)
from quiz.language.korean.facts.answers import accepted_names
from quiz.language.korean.josa import fitting
from quiz.language.korean.mentions import Mention
from quiz.language.korean.morphology import Part
from quiz.language.korean.owners import in_the_article, pieces_of
from quiz.language.korean.phrases import is_copular, is_time_word
from quiz.language.korean.pieces import Piece, Unresolved
from quiz.language.korean.prompts import CLEFT, cleft, in_place, in_place_word, type_noun
from quiz.language.korean.wordlists import Kind, noun_kind

PLACES = frozenset({Kind.COUNTRY, Kind.CITY, Kind.PLACE})
FOUNDING = re.compile(r"설립|창립|창업|창설|세우|세웠|창건|건국|설치")
MAKING = re.compile(
    r"개발|제작|만들|만든|발명|설계|건설|그렸|그린|저술|집필|작곡|지었|지은|고안|"
    r"출시|발표|편찬"
)
PASSIVE = frozenset({"되", "지", "받", "당하", "열리", "세워지", "만들어지"})
INTRODUCING = re.compile(
    r"선보|출시|공개|발표|도입|제정|시작|개관|창간|설립|제작|출간|개봉|제시|완성|발명|발견"
)
CONDITIONS = frozenset(
    {"면", "으면", "자", "자마자", "어도", "아도", "도록", "려고", "으려고"}
)
CHOSEN = re.compile(r"^(?:뽑혔|선정|선출|꼽혔|올랐)")
PEOPLE = ("사람들", "시민들", "주민들", "학자들", "국민들", "팬들")
COUNTED = re.compile(
    r"(?:\d|여|만|천) ?(?:명|개|곳|기|대|척|필|마리|권|편|동|점|%|여 명|개국)$"
)
REGISTERS = ("유산", "목록", "명단", "기념물", "문화재", "전당")  # no places
LONGEST_DOTTED = 8  # letters: '산들면·도래면·안골면' are several
ADDED = -2  # the number of a word that only says in what article we are
KEPT_JOSA = frozenset({"에게", "에게서", "한테"})


def find(reading: Reading) -> Iterator[Candidate]:
    for clause in reading.clauses:
        predicate = clause.predicate
        if predicate is None or predicate.is_copula:
            continue
        if predicate.is_adjective and not any(
            clause.word(n).is_object for n in clause.body
        ):
            reading.rejected["adjective"] += 1
            continue
        yield from founded_topic(clause, reading)
        pieces = pieces_or_none(clause, reading)
        if pieces is None:
            continue
        for mention in mentions_in(clause):
            yield from asks(mention, clause, pieces, reading)


def asks(
    mention: Mention, clause: Clause, pieces: list[Piece], reading: Reading
) -> Iterator[Candidate]:
    names = reading.setting.names
    if not names.is_proper(mention.name) or len(mention.name) < 2:
        return
    if mention.name.endswith(PEOPLE) or COUNTED.search(mention.name):
        return  # '뮌헨 사람들', '시민 3천여 명': nobody asks for them
    if "·" in mention.name and len(mention.name) > LONGEST_DOTTED:
        reading.rejected["coordination"] += 1
        return
    if is_coordinated(clause.sentence, mention.phrase):
        reading.rejected["coordination"] += 1
        return
    word = clause.sentence.words[mention.phrase.last]
    number = mention.phrase.last
    if is_gapped(clause) or leads_to_postposition(clause, number):
        reading.rejected["gapping"] += 1
        return
    if word.is_topic or (word.is_subject and word.josa_tag == "JKS"):
        if number in clause.topic:
            yield from subject(mention, clause, pieces, reading)
    elif not is_main_argument(clause.sentence, number, clause.body):
        return
    elif not says_who(subject_text(pieces, clause), reading):
        reading.rejected["no-subject"] += 1
    elif verb_between(clause.sentence, number, clause.body):
        if is_conditional(clause, number):
            return
        if word.is_object or (
            names.kind(mention.name) in PLACES and word.josa in {"에", "에서", "로", "으로"}
        ):
            prompt = placed(mention, clause, pieces, reading)
            yield made(mention, clause, reading, prompt, 42)
    elif word.is_object:
        yield from object_of(mention, clause, pieces, reading)
    elif names.kind(mention.name) in PLACES and word.josa in {"에서", "에"}:
        yield from place(mention, clause, pieces, reading)
    elif word.josa in KEPT_JOSA:
        yield made(mention, clause, reading, placed(mention, clause, pieces, reading), 40)


def founded_topic(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'누리전자는 1969년 이만섭 회장이 창업했다' -> '누리전자를 창업한 회장은'."""
    number, predicate = second_subject(clause), clause.predicate
    verb = clause.word(clause.body[-1]).text
    if number is None or predicate is None:
        return
    last = clause.topic[-1] if clause.topic else -1
    objects = [n for n in clause.body if n > last and clause.word(n).is_object]
    if objects and not (len(objects) == 1 and MAKING.match(clause.word(objects[0]).core)):
        return
    topic = clause.topic[-1]
    try:
        pieces = pieces_of(clause, reading.setting)
    except Unresolved:
        return
    if not objects and not (FOUNDING.match(verb) or MAKING.match(verb)):
        return
    josa = "의" if objects else "을"
    thing = [
        replace(p, josa=fitting(p.core, josa), word=None)
        for p in pieces
        if p.number == topic
    ]
    others = [p for p in pieces if p.number != topic]
    before = next(
        (i for i, p in enumerate(others) if p.number in objects),
        len(others) - predicate.words,
    )
    changed = [*others[:before], *thing, *others[before:]]
    for mention in mentions_in(clause):
        if mention.phrase.last == number and reading.setting.names.is_proper(mention.name):
            first, _ = noun_phrase_start(clause.sentence, mention.phrase, topic + 1)
            noun, wh = type_noun(mention, reading.setting)
            dropped = set(range(first, number + 1))
            prompt = cleft(clause, changed, dropped, noun, wh, reading.setting)
            yield made(mention, clause, reading, prompt, 76)


def is_conditional(clause: Clause, number: int) -> bool:
    """Tell '종을 치면', '문을 열자': what follows is another's doing."""
    return any(
        m.tag == "EC" and m.form in CONDITIONS
        for n in clause.body
        if n > number
        for m in clause.word(n).morphs
    )


def is_gapped(clause: Clause) -> bool:
    """Tell 'A는 X 역을, B는 Y 역을 맡았다': the first verb is left out."""
    words = clause.sentence.words
    return any(
        words[n].comma and words[n].is_object and not words[n].quoted
        for n in clause.body[:-1]
    )


def leads_to_postposition(clause: Clause, number: int) -> bool:
    following = clause.sentence.words[number + 1 : number + 2]
    return bool(following) and is_postposition(following[0])


def subject(
    mention: Mention, clause: Clause, pieces: list[Piece], reading: Reading
) -> Iterator[Candidate]:
    sentence = clause.sentence
    if mention.phrase.first and sentence.words[mention.phrase.first - 1].text in {
        "곧",
        "즉",
    }:
        return  # 'A, 곧 B': asked as a name of A
    first, relative = noun_phrase_start(sentence, mention.phrase, clause.body[0])
    dropped = set(range(first, mention.phrase.last + 1))
    rest = [p for p in pieces if p.number not in dropped]
    chosen = reading.setting.context.event and CHOSEN.match(
        sentence.words[clause.body[-1]].text
    )
    if not chosen and not enough_left(rest, reading):
        reading.rejected["too-little-left"] += 1
        return
    rivals = [
        p for p in rest if p.word and p.word.is_subject and p.number > mention.phrase.last
    ]
    if not relative and any(
        is_main_argument(sentence, p.number, clause.body) for p in rivals
    ):
        reading.rejected["two-subjects"] += 1
        return
    noun, wh = type_noun(mention, reading.setting)
    rest = in_the_article(rest, reading.setting)
    prompt = cleft(clause, rest, set(), noun, wh, reading.setting)
    yield made(mention, clause, reading, prompt, 70)


def enough_left(rest: list[Piece], reading: Reading) -> bool:
    """Tell whether what is left of the clause can point to one thing."""
    names = reading.setting.names
    rest = [p for p in rest if p.number != ADDED]
    nouns = [p for p in rest if p.word is None or p.word.part is Part.NOUN]
    proper = [
        p
        for p in nouns
        if names.is_proper(p.core.strip("‘’'“”\"")) or re.search(r"\d", p.core)
    ]
    return (bool(proper) and len(rest) >= 2) or len(nouns) >= 3


def object_of(
    mention: Mention, clause: Clause, pieces: list[Piece], reading: Reading
) -> Iterator[Candidate]:
    sentence = clause.sentence
    if apposed := apposed_noun(clause, mention):
        yield from object_apposed(mention, clause, pieces, reading, apposed)
        return
    predicate = clause.predicate
    if predicate is not None and predicate.stem == "하" and not predicate.before:
        reading.rejected["light-verb"] += 1
        return
    if has_relative_before(sentence, mention.phrase):
        yield from object_without_modifier(mention, clause, pieces, reading)
        reading.rejected["modified-object"] += 1
        return
    first, _ = noun_phrase_start(sentence, mention.phrase, clause.body[0])
    if first < mention.phrase.first:
        prompt = placed(mention, clause, pieces, reading)
        yield made(mention, clause, reading, prompt, 45)
        return
    noun, wh = type_noun(mention, reading.setting)
    dropped = set(range(first, mention.phrase.last + 1))
    yield made(
        mention,
        clause,
        reading,
        cleft(clause, pieces, dropped, noun, wh, reading.setting),
        65,
    )


def object_without_modifier(
    mention: Mention, clause: Clause, pieces: list[Piece], reading: Reading
) -> Iterator[Candidate]:
    """'2019년 3월 ...을 파는 ‘X’ 가게를 열었다' -> '2019년 3월 연 가게는'."""
    noun, wh = type_noun(mention, reading.setting)
    words = clause.sentence.words
    verb = (
        words[clause.body[-1]].text + words[clause.body[-3]].text
        if len(clause.body) > 3
        else ""
    )
    if noun == "것" or not INTRODUCING.search(verb):
        return
    kept = set(clause.topic) | {
        n for n in clause.words if n < mention.phrase.first and is_time_word(words[n].core)
    }
    timed = any(is_time_word(words[n].core) for n in kept)
    if not timed:
        return
    dropped = {n for n in clause.words if n <= mention.phrase.last and n not in kept}
    prompt = cleft(clause, pieces, dropped, noun, wh, reading.setting)
    yield made(mention, clause, reading, prompt, 67)


def apposed_noun(clause: Clause, mention: Mention) -> str:
    """Return 물시계 of '물시계인 자격루를', or ""."""
    number = mention.phrase.first - 1
    if number < clause.body[0]:
        return ""
    before = clause.sentence.words[number]
    return before.core if before.part is Part.ADNOMINAL and is_copular(before) else ""


def object_apposed(
    mention: Mention, clause: Clause, pieces: list[Piece], reading: Reading, noun: str
) -> Iterator[Candidate]:
    """'물시계인 자격루를 만들었다' -> '만든 물시계는 무엇인가?'."""
    sentence, first = clause.sentence, mention.phrase.first - 1
    kind = noun_kind(noun) or Kind.THING
    before = sentence.words[first - 1] if first > clause.body[0] else None
    if before is not None and (
        before.part is Part.ADNOMINAL or before.is_bare or before.josa == "의"
    ):
        asked = "누구" if kind is Kind.PERSON else f"어떤 {noun}"
        prompt = in_place(
            clause, pieces, (first, mention.phrase.last), asked, reading.setting
        )
        yield made(mention, clause, reading, prompt, 60)
        return
    dropped = set(range(first, mention.phrase.last + 1))
    prompt = cleft(clause, pieces, dropped, noun, CLEFT[kind][1], reading.setting)
    yield made(mention, clause, reading, prompt, 69)


def place(
    mention: Mention, clause: Clause, pieces: list[Piece], reading: Reading
) -> Iterator[Candidate]:
    noun, wh = type_noun(mention, reading.setting)
    first, relative = noun_phrase_start(clause.sentence, mention.phrase, clause.body[0])
    if relative or mention.name.endswith(REGISTERS):
        return
    if first > clause.body[0] and clause.word(first).josa == "의":
        before = clause.word(first - 1)
        if (
            before.is_bare
            and not is_time_word(before.core)
            and first - 1 not in clause.topic
        ):
            first -= 1  # '경기도 수원의 광교산'
    dropped = set(range(first, mention.phrase.last + 1))
    prompt = cleft(clause, pieces, dropped, noun, wh, reading.setting)
    found = made(mention, clause, reading, prompt, 68, "place")
    if first < mention.phrase.first:  # '수원의 여기산': the whole is the answer
        start = clause.word(first).start
        whole = clause.sentence.text[start : mention.end]
        found = replace(found, start=start, accepted=(whole, *found.accepted))
    yield found


def placed(mention: Mention, clause: Clause, pieces: list[Piece], reading: Reading) -> str:
    span = (mention.phrase.first, mention.phrase.last)
    return in_place(
        clause, pieces, span, in_place_word(mention, reading.setting), reading.setting
    )


def made(
    mention: Mention,
    clause: Clause,
    reading: Reading,
    prompt: str,
    weight: int,
    kind: str = "",
) -> Candidate:
    names = reading.setting.names
    return Candidate(
        kind or kind_of_fact(mention, clause),
        clause.sentence,
        mention.start,
        mention.end,
        prompt,
        accepted_names(mention, names),
        names.kind(mention.name) or Kind.THING,
        weight=weight,
        part=str(clause.body[0] or ""),
    )


def kind_of_fact(mention: Mention, clause: Clause) -> str:
    words = clause.sentence.words
    verb = words[clause.body[-1]].text
    word = words[mention.phrase.last]
    passive = clause.predicate is not None and clause.predicate.stem in PASSIVE
    if (word.is_topic or word.is_subject) and not passive:
        if FOUNDING.match(verb):
            return "founder"
        if MAKING.match(verb):
            return "maker"
    return "event"
