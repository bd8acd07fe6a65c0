"""Whose figures a company's are, and of which quarter."""

import re

from quiz.language.korean.clauses import Clause
from quiz.language.korean.morphology import Part
from quiz.language.korean.phrases import is_time_word
from quiz.language.korean.pieces import Piece, Setting
from quiz.language.korean.wordlists import Kind, words

OF_A_COMPANY = words(
    """
최고경영자 대표 대표이사 회장 사장 본사 매출 매출액 영업이익 순이익 당기순이익 사업부
부문 시가총액 직원 임직원 관장 원장 총장 이사장 창업자 설립자 영업이익률
"""
)
MEASURED = frozenset({"매출", "매출액", "영업이익", "순이익", "당기순이익", "영업이익률"})
PARTS_OF_COMPANY = frozenset({"부문", "사업부", "사업", "본부", "법인", "공장"})
PERIOD = re.compile(r"[1-4]분기|상반기|하반기")
JOINED_IT = re.compile(r"^(?:가입|참여|합류|재가입|가맹)[하했한]")
OTHER_TIME = re.compile(r"\d년|지난해|작년|내년|재작년")
# '상반기 전체로는 매출 2조 원을 ...': what follows is of that half.
OPENS_PERIOD = re.compile(
    r"^(?:올해 )?([1-4]분기|상반기|하반기)(?: 전체)?(?:로|에)?[는은]? "
)
YEAR_OF_RESULTS = re.compile(
    r"(?<![가-힣])(올해|지난해|작년|\d{4}년) (?:연간 )?"
    r"(?:매출|매출액|영업이익|순이익|당기순이익)[은이]"
)
ISSUERS = frozenset({Kind.COMPANY, Kind.BODY})
OF_A_BODY = frozenset(["회원국", "회원", "정회원", "가입국", "본부", "사무국", "사무총장"])


def modifies(piece: Piece) -> bool:
    """Tell whether the word before makes '축제' another one: 꽃 축제, 열린 축제."""
    word = piece.word
    if word is None:
        return piece.josa == "의"
    if is_time_word(word.core):
        return False
    return (
        word.part in {Part.ADNOMINAL, Part.DETERMINER}
        or word.is_bare
        or word.comma
        or word.josa_tag == "JC"
        or piece.josa in {"의", "와", "과"}
    )


def opens_relative(pieces: list[Piece], clause: Clause) -> bool:
    """Tell '면적이 10km²에 이르는 가온호는': the noun that follows is the owner."""
    first = pieces[0]
    if first.josa not in {"이", "가"} or not clause.topic:
        return False
    return any(
        p.word is not None and p.word.part is Part.ADNOMINAL and p.word.has_verb
        for p in pieces[1:]
        if first.number < p.number < clause.topic[-1]
    )


def part_of_body(pieces: list[Piece], subject: str) -> int | None:
    """Return where '정식 회원국이' begins, if no word says of what."""
    if any(subject in p.core for p in pieces):
        return None
    for place, piece in enumerate(pieces):
        if piece.core in OF_A_BODY and piece.josa and piece.word is not None:
            first = place
            while first and (word := pieces[first - 1].word) is not None and word.is_bare:
                if is_time_word(word.core) or re.search(r"\d", word.core):
                    break
                first -= 1
            before = pieces[first - 1] if first else None
            return None if before is not None and modifies(before) else first
    return None


def with_company(pieces: list[Piece], clause: Clause, setting: Setting) -> list[Piece]:
    """Say whose 영업이익 or 최고경영자 it is, where the article is about one company."""
    company = setting.context.company
    topic = [p for p in pieces if p.number in clause.topic]
    if not company or not topic or topic[-1].core not in OF_A_COMPANY:
        return pieces
    others = {setting.names.kind(p.core) for p in topic} & {*ISSUERS, Kind.PERSON}
    whose = any(p.josa == "의" and p.core not in PARTS_OF_COMPANY for p in topic[:-1])
    measured = topic[-1].core in MEASURED
    if others or whose:
        return in_its_period(pieces, topic, setting) if measured else pieces
    if not any(company in p.core for p in pieces):
        place = pieces.index(topic[0])
        pieces = [*pieces[:place], Piece(company, "의", -1), *pieces[place:]]
    return in_its_period(pieces, topic, setting) if measured else pieces


def in_its_period(pieces: list[Piece], topic: list[Piece], setting: Setting) -> list[Piece]:
    """'영업이익은' of results for the third quarter: '2026년 3분기 영업이익은'."""
    at = pieces.index(topic[0])
    if any(PERIOD.search(p.core) and "년" in p.core for p in pieces):
        return pieces
    if any(OTHER_TIME.search(p.core) for p in pieces[:at]):
        return pieces
    period = period_told(setting)
    year, _, part = period.partition(" ")
    for place, piece in enumerate(pieces[:at]):
        if PERIOD.fullmatch(piece.core):
            if piece.core != part:
                return pieces
            return [*pieces[:place], Piece(year, "", -2), *pieces[place:]]
    return [*pieces[:at], Piece(period, "", -2), *pieces[at:]] if period else pieces


def period_told(setting: Setting) -> str:
    """Return the period of the results, "" where the sentence before names another."""
    previous = setting.context.previous
    before = previous.text if previous is not None else ""
    if opened := OPENS_PERIOD.match(before):
        return "" if opened[1] not in setting.context.period else setting.context.period
    if setting.context.period:
        return setting.context.period
    told = YEAR_OF_RESULTS.search(before)
    return told[1] if told else ""


def with_what_was_joined(
    pieces: list[Piece], clause: Clause, setting: Setting
) -> list[Piece]:
    """'1974년에 가입했다' in an article about one union: say what was joined."""
    subject = setting.context.subject
    body = subject and setting.names.kind(subject) is Kind.BODY
    if not body or clause.predicate is None or len(pieces) < 2:
        return pieces
    if not JOINED_IT.match(pieces[-1].text) or any(subject in p.core for p in pieces):
        return pieces
    if any(p.josa in {"에", "로", "으로"} and not is_time_word(p.core) for p in pieces):
        return pieces
    return [*pieces[:-1], Piece(subject, "에", -2), pieces[-1]]
