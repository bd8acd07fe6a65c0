"""What there is, what appeared or was set up somewhere: '물갈퀴가 있다'."""

import re
from collections.abc import Iterator

from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause, is_main_argument, verb_between
from quiz.language.korean.facts.things import Found, name_in, points, readable_pieces
from quiz.language.korean.nominals import Nominal, nominal_at
from quiz.language.korean.phrases import phrases
from quiz.language.korean.pieces import Piece
from quiz.language.korean.wh_words import final_verb, kind_of
from quiz.language.korean.wordlists import OF_A_THING, words

EXISTS = re.compile(
    r"^(?:있|없|나타|생기|생겼|생겨|설치|세워|들어|자리|놓|새겨|그려|달려|달렸|붙어"
    r"|붙었|남아|남았|열리|열렸|자라|서식|살|솟|묻혀|보관|전시|발견|발굴|출토"
    r"|포함|검출|도입|시행|개발|발명|발생|등장|탄생|실시|제정|확대|결성|창설"
    r"|설립|마련|쓰이|쓰였|사용|활용|이용|필요|흐르|흐른|펼쳐)"
)
PARTS = words(
    """
발가락 손가락 이마 턱 목 무릎 앞 뒤 안 밖 겉 속 위 아래 가운데 중앙 내부 외부 바깥 양옆 옆면
바닥 벽 천장 문 창 입구 둘레 주변 앞면 뒷면 윗부분 아랫부분 윗면 몸체 받침 손잡이 뚜껑 껍질
"""
)


def find(reading: Reading) -> Iterator[Candidate]:
    for clause in reading.clauses:
        if clause.predicate is None or clause.predicate.is_copula or len(clause.body) < 3:
            continue
        for phrase in phrases(clause.sentence):
            if phrase.josa not in {"이", "가"} or phrase.last >= clause.body[-1]:
                continue
            if phrase.is_time or phrase.first < clause.body[0]:
                continue
            pieces = readable_pieces(clause, reading)
            nominal = pieces and nominal_at(clause, phrase.first, phrase.last)
            if pieces and nominal and name_in(nominal, clause, reading) is None:
                yield from appeared(nominal, clause, pieces, reading)


def appeared(
    nominal: Nominal, clause: Clause, pieces: list[Piece], reading: Reading
) -> Iterator[Candidate]:
    """'발가락 사이에 물갈퀴가 있다' -> '발가락 사이에 있는 것은 무엇인가?'."""
    word = clause.word(nominal.last)
    outside = nominal.last not in clause.topic or nominal.first < clause.topic[0]
    if word.is_topic or (outside and nominal.lead not in {"verb", "adjective"}):
        return
    others = [
        n
        for n in clause.body
        if n != nominal.last and (clause.word(n).is_subject or clause.word(n).is_topic)
    ]
    if any(is_main_argument(clause.sentence, n, clause.body) for n in others):
        return
    exists = EXISTS.match(final_verb(clause).text) is not None
    if clause.outer and any(clause.word(n).is_topic for n in clause.topic):
        return
    if verb_between(clause.sentence, nominal.last, clause.body):
        return
    mine = range(nominal.first, nominal.last + 1)
    rest = [p for p in pieces[:-1] if p.number not in mine]
    if not points(rest, reading):
        rest = owned(rest, reading)
        pieces = [*rest, *(p for p in pieces if p.number in mine), pieces[-1]]
    if not points(rest, reading):
        reading.rejected["too-little-left"] += 1
        return
    noun, wh = kind_of(nominal, clause, reading)
    found = Found(nominal, clause, pieces, reading, False, True)
    if exists or ((noun or wh == "누구") and len(rest) >= 3):
        noun = noun or ("곳" if wh == "어디" else "것")
        yield found.made(found.cleft(noun, wh), 38)


def owned(rest: list[Piece], reading: Reading) -> list[Piece]:
    """Say whose '발가락 사이' it is, in the article of one thing."""
    context = reading.setting.context
    if (
        not rest
        or not context.subject
        or context.person
        or context.topic != context.subject
    ):
        return rest
    if rest[0].core not in PARTS and rest[0].core not in OF_A_THING:
        return rest
    return [Piece(context.subject, "의", -1), *rest]
