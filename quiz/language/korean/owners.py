"""Whose or of what: a clause that does not say it gets the topic of the article."""

from dataclasses import replace

from quiz.language.korean.clauses import Clause
from quiz.language.korean.josa import fitting
from quiz.language.korean.pieces import DISCOURSE, Piece, Setting, own_pieces
from quiz.language.korean.wordlists import VAGUE_NOUNS, Kind, words

OF_A_PROGRAMME = words(
    """
대상 지원 금액 지원금 기간 신청자 지원자 참가자 참가비 상금 인원 신청 사업비 예산
총사업비 관람료 입장료 보조금 이용료 혜택 조건 자격 수강료 지원액 한도 접수 모집 우승자
수상자 주제 장소 일정
"""
)
OF_A_THING = words(
    """
요금 가격 값 길이 몸길이 무게 몸무게 높이 너비 폭 깊이 면적 넓이 인구 수명 크기 지름
둘레 속도 온도 밀도 용량 정원 수용 상금 이용료 관람료 입장료 참가비 사업비 총사업비 예산
공사비 규모 수심 해발 학명 별명 본명 수도 둥지 알 꼬리 날개 몸
"""
)
OF_A_COMPANY = words(
    """
최고경영자 대표 대표이사 회장 사장 본사 매출 매출액 영업이익 순이익 당기순이익 사업부
부문 시가총액 직원 임직원 관장 원장 총장 이사장 창업자 설립자
"""
)


def pieces_of(clause: Clause, setting: Setting) -> list[Piece]:
    """Return the clause's words as a prompt uses them, with its subject.

    Raises:
        Unresolved: what 그 or 이 회사 means is not known.
    """
    return with_subject(own_pieces(clause, setting), clause, setting)


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
    pieces = with_owner(pieces, clause, setting)
    pieces = with_company(pieces, clause, setting)
    if not scope:
        return pieces
    noun = scope.split()[-1]
    if pieces[0].core == noun:
        return [replace(pieces[0], core=scope), *pieces[1:]]
    topic = [p for p in pieces if p.number in clause.topic]
    if not topic or topic[0] is not pieces[0]:
        return pieces
    if topic[-1].core in OF_A_PROGRAMME and not any(
        setting.names.is_proper(p.core) for p in topic
    ):
        return [Piece(scope, "의", -1), *pieces]
    return pieces


def with_whole_name(pieces: list[Piece], clause: Clause, setting: Setting) -> list[Piece]:
    """'종은' in an article about 성덕대왕신종 is that bell."""
    topic = [p for p in pieces if p.number in clause.topic]
    word = topic[0].word if len(topic) == 1 else None
    if word is None or word.core != topic[0].core or word.tags()[:1] != ["NNG"]:
        return pieces
    found = setting.names.tails.get(topic[0].core, [])
    if len(found) != 1 or setting.names.kind(found[0]) is Kind.PERSON:
        return pieces
    whole = replace(topic[0], core=found[0], josa=fitting(found[0], topic[0].josa))
    return [whole if p is topic[0] else p for p in pieces]


def with_owner(pieces: list[Piece], clause: Clause, setting: Setting) -> list[Piece]:
    """Say whose 요금 or 길이 it is: what the sentence, or the one before, is about."""
    topic = [p for p in pieces if p.number in clause.topic]
    if not topic or topic[0] is not pieces[0] or len(topic) > 2:
        return pieces
    outer = [w for w in map(clause.word, clause.outer) if w.text not in DISCOURSE]
    bare = len(topic) == 1 and topic[-1].core in VAGUE_NOUNS | OF_A_THING
    shared = bool(outer) and len(topic) == 1 and not setting.names.is_proper(topic[-1].core)
    if not ((bare and topic[-1].core in OF_A_THING) or shared) or any(
        p.josa == "의" for p in topic
    ):
        return pieces
    owner = " ".join([*(w.text for w in outer[:-1]), outer[-1].core]) if outer else ""
    owner = owner or setting.context.topic or setting.context.subject
    if not owner or owner == setting.context.person or any(c in owner for c in "‘“"):
        return pieces
    return [Piece(owner, "의", -1), *pieces]


def with_company(pieces: list[Piece], clause: Clause, setting: Setting) -> list[Piece]:
    """Say whose 영업이익 or 최고경영자 it is, where the article is about one company."""
    company = setting.context.company
    topic = [p for p in pieces if p.number in clause.topic]
    if not company or not topic or any(setting.names.is_proper(p.core) for p in topic):
        return pieces
    if topic[-1].core not in OF_A_COMPANY or any(company in p.core for p in pieces):
        return pieces
    place = pieces.index(topic[0])
    return [*pieces[:place], Piece(company, "의", -1), *pieces[place:]]


def left_out_subject(clause: Clause, setting: Setting) -> str:
    """Return whom a clause without a subject is about, where that is safe, or ""."""
    context = setting.context
    if clause.topic or clause.predicate is None or not context.topic:
        return ""
    if not context.person or context.subject not in {
        context.person,
        *setting.names.others(context.person),
    }:
        return ""  # only in a biography
    if context.topic == context.person:
        return context.person
    acts = any(clause.word(n).is_object for n in clause.body)
    return context.subject if acts and not clause.predicate.is_copula else ""
