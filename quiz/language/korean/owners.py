"""Whose or of what: a clause that does not say it gets the topic of the article."""

from dataclasses import replace

from quiz.language.korean.clauses import SIZES, Clause
from quiz.language.korean.company_owners import (
    modifies,
    opens_relative,
    part_of_body,
    with_company,
    with_what_was_joined,
)
from quiz.language.korean.context import is_called
from quiz.language.korean.ellipsis import with_what_is_left_out
from quiz.language.korean.josa import fitting
from quiz.language.korean.left_out_doers import with_doer
from quiz.language.korean.left_out_subjects import OF_A_PERSON, left_out_subject
from quiz.language.korean.morphology import Part, Word
from quiz.language.korean.names import names_something
from quiz.language.korean.person_owners import with_person_as_owner
from quiz.language.korean.phrases import is_time_word
from quiz.language.korean.pieces import DISCOURSE, Piece, Setting, Unresolved, own_pieces
from quiz.language.korean.wordlists import OF_A_THING, Kind, noun_kind, title_of, words

OF_A_PROGRAMME = words(
    """
대상 지원 금액 지원금 기간 신청자 지원자 참가자 참가비 상금 인원 신청 사업비 예산
총사업비 관람료 입장료 보조금 이용료 혜택 조건 자격 수강료 지원액 한도 접수 모집 우승자
수상자 주제 장소 일정
"""
)

PERSON_JOSA = frozenset({"이", "가", "은", "는", "의", "에게", "께서"})
SUBJECT_JOSA = frozenset(
    {"이", "가", "은", "는", "의", "을", "를", "에", "에서", "에는", "에서는"}
)
SCENES = frozenset({Kind.EVENT, Kind.BODY, Kind.COMPANY, Kind.WORK, Kind.PLACE, Kind.CITY})
MEASURES = frozenset(
    {"주기", "수명", "속도", "온도", "밀도", "지름", "무게", "길이", "높이"}
)
HABITATS = frozenset(
    {"자생지", "서식지", "원산지", "산지", "재배지", "분포지", "번식지", "도래지", "월동지"}
)
LOOSE = frozenset({None, Kind.THING, Kind.TERM})
SPOTS = frozenset({"곳", "부분", "쪽"})
HEIGHTS = frozenset({"키", "나이", "몸무게", "성격"})
OF_ANYBODY = frozenset({"이름", "별명", "몸무게", "생애", "출신"})
LONGEST_OWNED = 4  # words of '부인 아이나 안데르손은'
NOBODYS = frozenset({"것", "일", "때", "점", "사람", "경우", "곳", "눈", "수"})


def pieces_of(clause: Clause, setting: Setting) -> list[Piece]:
    """Return the clause's words as a prompt uses them, with its subject.

    Raises:
        Unresolved: what 그 or 이 회사 means is not known.
    """
    pieces = with_subject(own_pieces(clause, setting), clause, setting)
    pieces = with_doer(owner_as_doer(pieces, clause), clause, setting)
    return with_what_is_left_out(pieces, clause, setting)


def owner_as_doer(pieces: list[Piece], clause: Clause) -> list[Piece]:
    """'저어새의 알을 품는 기간' -> '저어새가 알을 품는 기간'."""
    for place, piece in enumerate(pieces[:-2]):
        if piece.number < 0 and piece.josa == "의" and pieces[place + 1].josa in OBJECT:
            verb = pieces[place + 2].word
            if verb is not None and verb.part is Part.ADNOMINAL and verb.has_verb:
                told = replace(piece, josa=fitting(piece.core, "이"))
                return [*pieces[:place], told, *pieces[place + 1 :]]
    return pieces


OBJECT = frozenset({"을", "를"})


def with_subject(pieces: list[Piece], clause: Clause, setting: Setting) -> list[Piece]:
    """Put the article's topic in front of a clause that names no subject."""
    pieces = with_scope(pieces, clause, setting)
    topic = left_out_subject(clause, setting)
    if not topic:
        return pieces
    subject = Piece(topic, fitting(topic, "은"), -1)
    pieces = [replace(p, josa="에") if p.josa == "에는" else p for p in pieces]
    return [subject, *pieces]


def with_scope(pieces: list[Piece], clause: Clause, setting: Setting) -> list[Piece]:
    """Say whose '지원 금액' it is, where the article is about one programme."""
    scope = setting.context.scope
    if not pieces:
        return pieces
    pieces = with_whole_name(pieces, clause, setting)
    pieces = with_known_name(pieces, setting)
    pieces = with_height(pieces, clause, setting)
    pieces = with_owner(pieces, clause, setting)
    pieces = with_person_as_owner(pieces, clause, setting)
    pieces = with_habitant(pieces, clause, setting)
    pieces = with_place_of_subject(pieces, clause, setting)
    pieces = with_company(pieces, clause, setting)
    pieces = with_what_was_joined(pieces, clause, setting)
    pieces = with_article_subject(pieces, clause, setting)
    pieces = with_what_is_worked_on(pieces, setting)
    if not scope:
        return pieces
    noun = scope.split()[-1]
    if pieces[0].core == noun:
        return [replace(pieces[0], core=scope), *pieces[1:]]
    topic = [p for p in pieces if p.number in clause.topic]
    if not topic or not only_time_before(pieces, topic[0]):
        return pieces
    if any(p.core in OF_A_PROGRAMME for p in topic) and not any(
        setting.names.is_proper(p.core) for p in topic
    ):
        place = pieces.index(topic[0])
        return [*pieces[:place], Piece(scope, "의", -1), *pieces[place:]]
    return pieces


def only_time_before(pieces: list[Piece], piece: Piece) -> bool:
    return all(is_time_word(p.core) for p in pieces[: pieces.index(piece)])


def with_whole_name(pieces: list[Piece], clause: Clause, setting: Setting) -> list[Piece]:
    """'종은' in an article about 성덕대왕신종 is that bell."""
    topic = [p for p in pieces if p.number in clause.topic]
    word = topic[0].word if len(topic) == 1 else None
    subject = setting.context.subject
    if pieces[0].josa == "의" and is_short_for(pieces[0], subject):
        return [replace(pieces[0], core=subject), *pieces[1:]]
    if word is None or word.core != topic[0].core or word.tags()[:1] != ["NNG"]:
        return pieces
    if is_short_for(topic[0], subject):
        whole = replace(topic[0], core=subject, josa=fitting(subject, topic[0].josa))
        return [whole if p is topic[0] else p for p in pieces]
    found = setting.names.tails.get(topic[0].core, [])
    if len(found) != 1 or setting.names.kind(found[0]) is Kind.PERSON:
        return pieces
    whole = replace(topic[0], core=found[0], josa=fitting(found[0], topic[0].josa))
    return [whole if p is topic[0] else p for p in pieces]


def with_known_name(pieces: list[Piece], setting: Setting) -> list[Piece]:
    """'연합에서 탈퇴했다' in an article about one union: say which. Once is enough."""
    for name in (setting.context.subject, setting.context.company):
        if not name or any(name in p.core for p in pieces):
            continue
        for place, piece in enumerate(pieces):
            if stands_for(piece, pieces[place - 1] if place else None, name, setting):
                whole = replace(piece, core=name, josa=fitting(name, piece.josa))
                return [*pieces[:place], whole, *pieces[place + 1 :]]
    return pieces


def stands_for(piece: Piece, before: Piece | None, name: str, setting: Setting) -> bool:
    """Tell whether a bare noun (왕의, 축제를) is the article's own subject."""
    word = piece.word
    if word is None or word.quoted or word.core != piece.core or not piece.josa:
        return False
    person = setting.names.kind(name) is Kind.PERSON
    if piece.josa not in (PERSON_JOSA if person else SUBJECT_JOSA):
        return False
    if word.tags()[:1] != ["NNG"] or (before is not None and modifies(before)):
        return False
    if is_short_for(piece, name):
        return True
    return not person and is_called(piece.core, name, setting.names)


def with_article_subject(
    pieces: list[Piece], clause: Clause, setting: Setting
) -> list[Piece]:
    """'1994년 영어가 추가되었다' says nothing without whom the article is about."""
    names, subject = setting.names, setting.context.subject
    kind = names.kind(subject)
    if not subject or kind is Kind.PERSON or not clause.topic or clause.predicate is None:
        return pieces
    if kind is Kind.BODY and (place := part_of_body(pieces, subject)) is not None:
        return [*pieces[:place], Piece(subject, "의", -2), *pieces[place:]]
    if names_something(" ".join(p.core for p in pieces), names):
        return pieces
    if any(tells_name(p, setting) for p in pieces):
        return pieces
    topic = [p for p in pieces if p.number in clause.topic]
    if not topic:
        return pieces
    outer = clause.word(clause.outer[-1]) if clause.outer else None
    if outer is not None and outer.is_topic and outer.core not in OF_A_THING:
        return pieces  # '박람회는 ... 이어졌고 600만 명이 다녀갔다': not of the building
    pieces = [replace(p, josa="에") if p.josa == "에는" else p for p in pieces]
    topic = [p for p in pieces if p.number in clause.topic]
    place = pieces.index(topic[0])
    if kind in LOOSE and topic[-1].core not in OF_A_THING and not_of_it(topic):
        return pieces  # '반감기의 카페인은'
    state = clause.predicate.is_copula or clause.predicate.is_adjective
    if state and len(topic) <= 2 and topic[0].word and topic[0].word.part is Part.NOUN:
        return with_whose(pieces, place, subject, kind)
    if kind not in SCENES or topic[0].core in OF_A_THING or setting.context.section:
        return pieces
    return [Piece(subject, "에서", -2), *pieces]


def with_whose(
    pieces: list[Piece], place: int, subject: str, kind: Kind | None
) -> list[Piece]:
    """'누리종의 높은 꼭대기는', '누리관에서 문을 여는 방은': before what describes it."""
    first = place
    while first and is_adnominal(pieces[first - 1]):
        first -= 1
    described = pieces[first:place]
    plain = all(p.word is not None and not describes(p.word) for p in described)
    if plain and (not first or is_time_word(pieces[first - 1].core) or first == place):
        return [*pieces[:first], Piece(subject, "의", -2), *pieces[first:]]
    return [Piece(subject, "에서", -2), *pieces] if kind in SCENES else pieces


def with_what_is_worked_on(pieces: list[Piece], setting: Setting) -> list[Piece]:
    """'1626년부터 건조를 맡았다' in an article about one ship: 바사호 건조를."""
    subject = setting.context.subject
    kind = setting.names.kind(subject)
    if not subject or kind in {Kind.PERSON, Kind.COUNTRY, Kind.EVENT}:
        return pieces
    if any(subject in p.core for p in pieces):
        return pieces
    for place, piece in enumerate(pieces[:-1]):
        before = pieces[place - 1] if place else None
        bare = before is None or (
            before.josa not in {"", "의"} and not is_adnominal(before)
        )
        time = before is not None and is_time_word(before.core)
        if piece.core in WORK_ON and piece.josa in OBJECT and (bare or time):
            told = replace(piece, core=f"{subject} {piece.core}")
            return [*pieces[:place], told, *pieces[place + 1 :]]
    return pieces


WORK_ON = words(
    "건조 공사 설계 재건 건설 건립 제작 촬영 연출 편집 연재 발굴 복원 보수 운항 운영 번식 "
    "집필"
)


def not_of_it(topic: list[Piece]) -> bool:
    """Tell 카페인, which may be beside the article's subject, from 설계자, which is its."""
    noun = topic[-1].core
    return noun_kind(noun) is None and not title_of(noun) and len(topic) == 1


def is_adnominal(piece: Piece) -> bool:
    return piece.word is not None and piece.word.part is Part.ADNOMINAL


def describes(word: Word) -> bool:
    """Tell 흐르는, what it does, from 높은."""
    verbs = [m for m in word.morphs if m.is_verb]
    return bool(verbs) and not verbs[-1].tag.startswith(("VA", "XSA"))


def in_the_article(rest: list[Piece], setting: Setting) -> list[Piece]:
    """Say in what article we are, where no name is left once the answer is gone."""
    names, subject = setting.names, setting.context.subject
    if not subject or setting.context.section or names.kind(subject) not in SCENES:
        return rest
    told = names_something(" ".join(p.core for p in rest), names)
    if told or any(tells_name(p, setting) for p in rest):
        return rest
    return [Piece(subject, "에서", -2), *rest]


def tells_name(piece: Piece, setting: Setting) -> bool:
    core = piece.core.strip("‘’“”'\"『』「」《》<>〈〉")
    subject = setting.context.subject
    return subject in core or setting.names.is_proper(core) or "‘" in piece.core


def is_short_for(piece: Piece, subject: str) -> bool:
    """Tell whether '종' is the article's 성덕대왕신종: a common noun that ends it."""
    word = piece.word
    return (
        word is not None
        and word.core == piece.core
        and word.tags()[:1] == ["NNG"]
        and 0 < len(piece.core) <= len(subject) - 2
        and subject.endswith(piece.core)
    )


def with_place_of_subject(
    pieces: list[Piece], clause: Clause, setting: Setting
) -> list[Piece]:
    """'어깨 아래에는 ... 있다': whose shoulder, in the article of one thing."""
    context = setting.context
    if not context.subject or context.person or context.topic != context.subject:
        return pieces
    first = pieces[0]
    if first.number in clause.topic or first.core not in OF_A_THING or first.number < 0:
        return pieces
    if opens_relative(pieces, clause):
        return pieces
    if not clause.topic and any(clause.word(n).is_object for n in clause.body):
        return pieces  # '다리 하나를 든 채 줄기를 물었다': the doer is left out
    if any(context.subject in p.core for p in pieces):
        return pieces
    return [Piece(context.subject, "의", -1), *pieces]


def with_owner(pieces: list[Piece], clause: Clause, setting: Setting) -> list[Piece]:
    """Say whose 요금 or 길이 it is: what the sentence, or the one before, is about."""
    topic = [p for p in pieces if p.number in clause.topic]
    if not topic or len(topic) > LONGEST_OWNED:
        return pieces
    at = pieces.index(topic[0])
    while at and is_degree(pieces[at - 1]):
        at -= 1
    if not all(is_time_word(p.core) for p in pieces[:at]):
        return pieces
    outer = [w for w in map(clause.word, clause.outer) if w.text not in DISCOURSE]
    own = topic[0].core in OF_A_THING | OF_A_PERSON
    if (
        topic[0].core in SPOTS
        and topic[-1].core in OF_A_THING
        and not setting.context.person
    ):
        subject = setting.context.subject
        return [*pieces[:at], Piece(subject, "의", -1), *pieces[at:]] if subject else pieces
    own = own or is_kind_of_measure(topic)
    bare = own and not setting.names.is_proper(topic[0].core)
    person = topic[0].core in OF_A_PERSON
    if len(topic) > 2 and not (bare and person):
        return pieces
    if outer and outer[-1].core in OF_A_THING | OF_A_PERSON:
        if is_part_of_part(topic, outer, clause):  # '열매는 9월에 익으며 지름이 ...'
            return with_part(pieces, topic, outer[-1].core, setting)
        outer = []  # '본관은 ..., 호는 ...': both are of somebody else
    told = " ".join(w.core for w in outer)
    named = names_something(told, setting.names) or any(w.josa == "의" for w in outer)
    shared = named and len(topic) == 1 and not setting.names.is_proper(topic[-1].core)
    shared = shared and outer[-1].is_topic and can_be_owned(topic[-1].core)
    if not (bare or shared) or any(p.josa == "의" for p in topic[1:]):
        return pieces
    owned = [n for n, word in enumerate(outer) if word.josa == "의"]
    if owned:  # '가구의 소득은 ..., 월세는 ...': the same household's
        outer = outer[: owned[-1] + 1]
    owner = " ".join([*(w.text for w in outer[:-1]), outer[-1].core]) if outer else ""
    owner = owner or topic_as_owner(setting)
    subject = setting.context.subject
    life = bool(subject) and subject == setting.context.person
    if life and (person or topic[0].core in OF_ANYBODY):
        owner = setting.context.person
    elif owner == setting.context.person and not person:
        return pieces
    elif person and setting.names.kind(subject) is Kind.PERSON:
        again = topic[0].core in setting.context.before
        owner = (
            subject if again else ""
        )  # whose life it is or who was spoken of last: either may be meant
    if person and not life and setting.names.kind(owner) in {Kind.COMPANY, Kind.BODY}:
        owner = ""
    if person and not owner:
        raise Unresolved(topic[0].core)
    if not owner or any(c in owner for c in "‘“"):
        return pieces
    number = topic[0].number if person else -1
    told_of = Piece(owner, "" if topic[0].josa == "의" else "의", number)
    return [*pieces[:at], told_of, *pieces[at:]]


def is_kind_of_measure(topic: list[Piece]) -> bool:
    """Tell '공전 주기' and '평균 수명', which are of the thing told of."""
    first = topic[0].word
    return (
        len(topic) == 2
        and topic[-1].core in MEASURES
        and first is not None
        and first.is_bare
        and first.tags()[:1] == ["NNG"]
    )


def with_height(pieces: list[Piece], clause: Clause, setting: Setting) -> list[Piece]:
    """'키가 192cm로 커서 ... 농담이 있었다', in a life: whose height."""
    first, subject = pieces[0], setting.context.subject
    if (
        first.core not in HEIGHTS
        or first.number in clause.topic
        or clause.topic[:1] == (0,)
    ):
        return pieces
    if first.josa not in {"이", "가"} or setting.context.person != subject or not subject:
        return pieces
    return [Piece(subject, "의", -1), *pieces]


def with_habitant(pieces: list[Piece], clause: Clause, setting: Setting) -> list[Piece]:
    """'가온의 자생지는' -> '가온의 누리꽃 자생지는', in an article about 누리꽃."""
    subject = setting.context.subject
    if not subject or setting.names.kind(subject) not in {None, Kind.THING, Kind.TERM}:
        return pieces
    for place, piece in enumerate(pieces):
        if piece.number in clause.topic and piece.core in HABITATS and place:
            if pieces[place - 1].josa != "의" or subject in pieces[place - 1].core:
                return pieces
            return [*pieces[:place], Piece(subject, "", -2), *pieces[place:]]
    return pieces


def is_degree(piece: Piece) -> bool:
    """Tell '가장 넓은' and 어린, which may stand between an owner and a part."""
    if piece.core in {"가장", "제일"}:
        return True
    return is_adnominal(piece) and piece.word is not None and not describes(piece.word)


def can_be_owned(noun: str) -> bool:
    """Tell 요금 from 주심 and 것, which are nobody's."""
    return noun not in NOBODYS and noun_kind(noun) is not Kind.PERSON and not title_of(noun)


def is_part_of_part(topic: list[Piece], outer: list[Word], clause: Clause) -> bool:
    """Tell '열매는 ... 지름이', the fruit's, from '본관은 ..., 호는', both a person's."""
    own = clause.word(clause.topic[-1])
    sizes = topic[-1].core in SIZES and outer[-1].core in SIZES
    person = topic[0].core in OF_A_PERSON
    return own.is_subject and outer[-1].is_topic and not person and not sizes


def with_part(
    pieces: list[Piece], topic: list[Piece], part: str, setting: Setting
) -> list[Piece]:
    """'미선나무 열매의 지름이': the part, and of what it is one."""
    place = pieces.index(topic[0])
    subject = topic_as_owner(setting)
    whole = subject and setting.names.kind(subject) is not Kind.PERSON
    added = [Piece(subject, "", -1)] if whole else []
    return [*pieces[:place], *added, Piece(part, "의", -1), *pieces[place:]]


def topic_as_owner(setting: Setting) -> str:
    """Return what is talked about, if that is no part of something itself."""
    context = setting.context
    topic = context.topic
    part = topic in OF_A_THING or topic.split(" ")[-1] in OF_A_THING
    loose = topic != context.subject and not context.goes_on and context.subject
    return context.subject if not topic or part or loose else topic
