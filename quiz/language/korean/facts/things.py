"""What, whom, with what, into what, where to: answers that are common nouns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quiz.language.korean.arguments import (
    is_name_part,
    is_term,
    pieces_or_none,
    says_who,
    subject_text,
)
from quiz.language.korean.boundaries import is_postposition, takes_arguments
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause, is_main_argument, verb_between
from quiz.language.korean.facts.answers import accepted_names
from quiz.language.korean.mentions import Mention, read_phrase
from quiz.language.korean.morphology import Part
from quiz.language.korean.names import names_something
from quiz.language.korean.nominals import (
    Nominal,
    nominal_at,
)
from quiz.language.korean.phrases import Phrase, is_copular, phrases
from quiz.language.korean.pieces import Piece
from quiz.language.korean.prompts import COMFORTABLE, cleft, in_place
from quiz.language.korean.wh_words import (
    final_verb,
    in_place_word,
    is_counted,
    is_light,
    kind_of,
    oblique_word,
    verb_after,
)
from quiz.language.korean.wordlists import (
    VAGUE_NOUNS,
    Kind,
    words,
)

ROLES = words(
    """
을 를 으로 로 으로써 로써 에 에서 에게 한테 로부터 으로부터 에게서 로서 으로서
에서만 에만 로만 으로만 와 과
"""
)
BODIES = frozenset({Kind.BODY, Kind.COMPANY, Kind.COUNTRY, Kind.CITY, Kind.PLACE})
MARKS = "『』「」《》〈〉‘’“”"
ORDINALS = words("첫째 둘째 셋째 넷째 다섯째")
# What a law or a plan did is told with its name: '균역법에서 지주에게 거둔 세금은'.
MEASURES = tuple(words("법 제도 제 정책 개혁 조약 사업 협정 조례 조치 대책"))
VERB_OF_MEANS = re.compile(
    r"^(?:통해|통하여|이용해|이용하여|활용해|활용하여|사용해|사용하여|거쳐|맞아|위해"
    r"|위하여|바탕으로)"
)
BY = re.compile(r"^(?:따라|의해|의하여|힘입어|맞서|반발해|착안해)$")
AMONG = re.compile(r"^(?:포함|비롯|제외|대신|가리지|불문|막론|둘러싸|놓고|두고)")
# Whose 추천 or 건의 it was is what is worth asking.
AGENCY = words(
    """
추천 제안 건의 명령 지시 요청 초청 도움 주도 권유 소개 발의 후원 주선 부탁 승인
"""
)
COMPOUND = frozenset({"에는", "에서는", "으로는", "로는", "에게는"})
CAUSES = re.compile(
    r"(?:홍수|지진|전쟁|화재|태풍|가뭄|폭발|침략|침입|사고|질환|정변|왜란|호란|부족"
    r"|오염|감소|증가|파괴|침체|하락|상승|충격|여파|영향|폭우|장마|산불|전염병"
    r"|흉년|반란|혁명|실수|고장|결함|부상|후유증)$"
)
WH = re.compile(r"^(?:무엇|무슨|누구|누가|어디|언제|어떤|어느|얼마|몇|왜|어떻게)")
YEAR = re.compile(r"\d{3,4}년")
TAKING = re.compile(r"^(?:받|판다|팔|산다|사들|보내|보낸|신청한|접수한|낸다|냈|만든|만들)")
BOUND_NOUNS = words("것 데 바 수 일 뒤 후 채 동안 직후 다음 뜻 법 쪽")


def find(reading: Reading) -> Iterator[Candidate]:
    for clause in reading.clauses:
        if clause.predicate is None or len(clause.body) < 2:
            continue
        spans = [p for p in phrases(clause.sentence) if asks_for(p, clause)]
        pieces = readable_pieces(clause, reading) if spans else None
        if pieces is None:
            continue
        who = is_known(subject_text(pieces, clause), pieces, reading)
        for phrase in spans:
            yield from asked(phrase, clause, pieces, who, reading)


def readable_pieces(clause: Clause, reading: Reading) -> list[Piece] | None:
    """Return the words of a clause with one topic, or None where it can't be asked."""
    pieces = pieces_or_none(clause, reading)
    if not pieces or is_doubtful(pieces, clause):
        return None
    return scoped(after_topic(pieces), clause, reading)


def readable(clause: Clause, reading: Reading) -> list[Piece] | None:
    """Return the words of a clause whose subject is understood alone, or None."""
    if clause.predicate is None or len(clause.body) < 2:
        return None
    pieces = readable_pieces(clause, reading)
    if pieces is None:
        return None
    known = is_known(subject_text(pieces, clause), pieces, reading)
    return pieces if known else None


def scoped(pieces: list[Piece], clause: Clause, reading: Reading) -> list[Piece]:
    """Say in which law or plan it was done, where nobody is named for it."""
    context = reading.setting.context
    pieces = [p for p in pieces if p.core.rstrip(",") not in ORDINALS or p.josa]
    name = context.subject
    if clause.topic or pieces[0].number == -1 or not name.endswith(MEASURES):
        return pieces
    if context.person or clause.predicate_is_passive or any(name in p.core for p in pieces):
        return pieces
    return [Piece(name, "에서", -1), *pieces]


def asks_for(phrase: Phrase, clause: Clause) -> bool:
    """Tell in one look whether the phrase may be an argument of the clause's verb."""
    if phrase.is_time or phrase.copula or phrase.josa not in ROLES:
        return False
    return clause.body[0] <= phrase.first and phrase.last < clause.body[-1]


def is_doubtful(pieces: list[Piece], clause: Clause) -> bool:
    """Tell whether a subject was put before a clause that may have its own, or asks."""
    if any(p.word is not None and WH.match(p.core) for p in pieces):
        return True
    return (
        pieces[0].number == -1
        and pieces[0].josa in {"은", "는"}
        and any(clause.word(n).is_subject for n in clause.body)
    )


def is_known(said: str, pieces: list[Piece], reading: Reading) -> bool:
    """Tell whether the subject is understood alone, or with the year and the names told."""
    said = said.strip(MARKS)
    if not says_who(said, reading):
        return False
    names = reading.setting.names
    parts = said.split()
    return (
        len(parts) == 1
        or names_something(said, names)
        or any(is_name_part(part, names) or is_term(part, reading) for part in parts)
        or points(pieces, reading)
    )


def after_topic(pieces: list[Piece]) -> list[Piece]:
    """'수달은 한국에서는 1982년에' -> '수달은 한국에서 1982년에': one topic is enough."""
    opened, plain = False, []
    for piece in pieces:
        if opened and piece.josa in COMPOUND:
            piece = replace(piece, josa=piece.josa[:-1])
        opened = opened or piece.josa in {"은", "는"}
        plain.append(piece)
    return plain


def asked(
    phrase: Phrase, clause: Clause, pieces: list[Piece], who: bool, reading: Reading
) -> Iterator[Candidate]:
    word = clause.word(phrase.last)
    nominal = nominal_at(clause, phrase.first, phrase.last)
    if nominal is None:
        return
    copula = clause.predicate is not None and clause.predicate.is_copula
    inside = not is_main_argument(clause.sentence, phrase.last, clause.body)
    if (copula and not inside) or (inside and not is_told_inside(nominal, clause)):
        return
    if nominal.first in clause.topic or is_before_another(nominal, clause):
        return
    if not who and not is_placed(nominal, clause, pieces, reading):
        reading.rejected["no-subject"] += 1
        return
    kind = Found(nominal, clause, pieces, reading, inside, who or bool(clause.topic))
    yield from object_of(kind) if word.is_object else beside(kind)


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase that answers, in its clause. `inside`: a verb before a noun takes it."""

    nominal: Nominal
    clause: Clause
    pieces: list[Piece]
    reading: Reading
    inside: bool
    subject: bool  # the clause names its subject

    def in_place(self, wh: str, josa: str | None = None) -> str:
        span = (self.nominal.first, self.nominal.last)
        return in_place(self.clause, self.pieces, span, wh, self.reading.setting, josa)

    def is_apart(self) -> bool:
        """Tell whether another verb takes the phrase: only a wh-word in place is safe."""
        first, last, clause = self.nominal.first, self.nominal.last, self.clause
        before = clause.word(first - 1) if first > clause.body[0] else None
        left_alone = before is not None and before.part is Part.CONNECTIVE
        return self.inside or left_alone or verb_between(clause.sentence, last, clause.body)

    def cleft(self, noun: str, wh: str) -> str:
        dropped = set(range(self.nominal.first, self.nominal.last + 1))
        return cleft(self.clause, self.pieces, dropped, noun, wh, self.reading.setting)

    def made(self, prompt: str, weight: int, kind: str = "") -> Candidate:
        return made(self.nominal, self.clause, self.reading, prompt, weight, kind)


def is_told_inside(nominal: Nominal, clause: Clause) -> bool:
    """Tell '감귤을 재배할 것을 권했다' and '과에 속하는 동물이다': wh may stand there."""
    last = clause.body[-1]
    for number in range(nominal.last + 1, last):
        word, following = clause.word(number), clause.word(number + 1)
        if not takes_arguments(word, subject=False):
            continue
        ends = number + 1 == last and is_copular(following)
        ends = ends or (number + 2 == last and following.josa in {"로", "으로"})
        if not ends and following.core not in BOUND_NOUNS:
            return False
    return True


def is_placed(
    nominal: Nominal, clause: Clause, pieces: list[Piece], reading: Reading
) -> bool:
    """Tell whether a year and a name point to what somebody not named did."""
    said = subject_text(pieces, clause)
    if said and said.split()[-1] in VAGUE_NOUNS and said != "정부":
        return False
    if not said and any(clause.word(n).is_subject for n in clause.body):
        return False
    span = range(nominal.first, nominal.last + 1)
    topic = set(clause.topic)
    rest = [p for p in pieces[:-1] if p.number not in span and p.number not in topic]
    names = reading.setting.names
    named = any(names.is_proper(p.core.strip("‘’“”")) for p in rest)
    timed = any(YEAR.search(p.core) for p in rest)
    return named and timed


def is_before_another(nominal: Nominal, clause: Clause) -> bool:
    """Tell 'A가 물건을 사자 B가 늘었다': what stands before B is told in passing."""
    return any(
        n > nominal.last
        and (clause.word(n).is_topic or clause.word(n).is_subject)
        and clause.word(n).josa_tag != "JKC"
        and is_main_argument(clause.sentence, n, clause.body)
        for n in clause.body
    )


def object_of(found: Found) -> Iterator[Candidate]:
    nominal, clause = found.nominal, found.clause
    following = clause.word(nominal.last + 1)
    if is_light(nominal, following) or is_counted(following):
        return
    if AMONG.match(following.text):
        return
    if is_postposition(following) and not VERB_OF_MEANS.match(following.text):
        return
    noun, wh = kind_of(nominal, clause, found.reading)
    apart = found.is_apart() or is_postposition(following) or following.part is Part.NOUN
    if noun and not apart:
        prompt = found.cleft(noun, wh)
        yield found.made(prompt, 39 if len(prompt) <= COMFORTABLE else 35)
    elif not found.subject and not apart:
        yield found.made(found.cleft(noun or "것", wh), 33)
    if not found.subject:
        return
    word = in_place_word(noun, wh)
    yield found.made(found.in_place(word), 37)
    if noun and word not in {"누구", "어디"}:
        yield found.made(found.in_place(wh), 36)


def beside(found: Found) -> Iterator[Candidate]:
    """Ask for what stands with 로, 에, 에서 or 에게, in its place."""
    nominal, clause = found.nominal, found.clause
    following = clause.word(nominal.last + 1)
    if not found.subject:
        return
    if nominal.josa == "에" and BY.match(following.text):
        person = kind_of(nominal, clause, found.reading)[1] == "누구"
        yield found.made(found.in_place("누구" if person else "무엇"), 37)
        return
    if is_postposition(following) and following.text[0] != "있":
        return
    if nominal.head in AGENCY and nominal.lead == "of":
        yield from by_whom(found)
        return
    if nominal.josa in {"으로", "로"} and CAUSES.search(nominal.head):
        yield found.made(found.in_place("무엇 때문에", ""), 37)
        return
    wh = oblique_word(nominal, clause, verb_after(clause, nominal.last), found.reading)
    if not wh:
        return
    kind = "place" if wh.startswith("어디") else ""
    if kind and not found.is_apart() and not lacks_object(clause):
        yield found.made(found.cleft("곳", "어디"), 38, kind)
    yield found.made(found.in_place(wh), 37, kind)
    if " " in wh:
        bare = kind_of(nominal, clause, found.reading)[1]
        yield found.made(found.in_place(bare), 34, kind)


def lacks_object(clause: Clause) -> bool:
    """Tell '신청은 누리집에서 받는다', where the topic is what is taken."""
    verb = final_verb(clause).text
    objects = any(clause.word(n).is_object for n in clause.body)
    return not objects and TAKING.match(verb) is not None


def by_whom(found: Found) -> Iterator[Candidate]:
    """'이가람의 추천으로 발표했다' -> '누구의 추천으로 발표했는가?'."""
    nominal, clause = found.nominal, found.clause
    names = found.reading.setting.names
    for phrase in phrases(clause.sentence):
        if phrase.josa != "의" or not nominal.first <= phrase.last < nominal.last:
            continue
        mention = read_phrase(clause.sentence, phrase)
        if not names.is_proper(mention.name) or phrase.first != nominal.first:
            return
        who = Nominal(
            phrase.first, phrase.last, phrase.start, phrase.end, phrase.text,
            clause.word(phrase.last).core, "의",
        )  # fmt: skip
        asked = "어디" if names.kind(mention.name) in BODIES else "누구"
        prompt = replace(found, nominal=who).in_place(asked)
        yield made(who, clause, found.reading, prompt, 60)


def points(rest: list[Piece], reading: Reading) -> bool:
    """Tell whether what is left names something, or some year, and a place in it."""
    names = reading.setting.names
    named = any(
        p.number == -1 or names.is_proper(p.core.strip("‘’“”")) or YEAR.search(p.core)
        for p in rest
    )
    return named and len(rest) >= 2


def made(
    nominal: Nominal,
    clause: Clause,
    reading: Reading,
    prompt: str,
    weight: int,
    kind: str = "",
) -> Candidate:
    names = reading.setting.names
    start, end, told = nominal.start, nominal.end, Kind.THING
    accepted: tuple[str, ...] = (nominal.text, *names.others(nominal.text))
    if mention := name_in(nominal, clause, reading):
        start, end = mention.start, mention.end
        accepted = (*accepted_names(mention, names), nominal.text)
        told = names.kind(mention.name) or Kind.THING
    return Candidate(
        kind or "event",
        clause.sentence,
        start,
        end,
        prompt,
        tuple(dict.fromkeys(accepted)),
        told,
        weight=weight,
        part=str(clause.body[0] or ""),
    )


def name_in(nominal: Nominal, clause: Clause, reading: Reading) -> Mention | None:
    """Return the name that the phrase is, with at most its title or noun beside it."""
    if nominal.lead in {"verb", "adjective"}:
        return None
    for phrase in phrases(clause.sentence):
        if phrase.last == nominal.last:
            mention = read_phrase(clause.sentence, phrase)
            names = reading.setting.names
            person = names.kind(mention.name) in {Kind.PERSON}
            proper = names.is_proper(mention.name) and (person or not nominal.lead)
            return mention if proper else None
    return None
