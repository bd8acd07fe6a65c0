"""Whose birthplace or device it is, in the article of one person."""

from quiz.language.korean.clauses import Clause
from quiz.language.korean.left_out_subjects import OF_A_PERSON
from quiz.language.korean.pieces import Piece, Setting
from quiz.language.korean.wordlists import Kind

OWN_PLACES = frozenset(["고향", "생가", "무덤", "묘", "모교", "본가", "자택", "묘비"])


def with_person_as_owner(
    pieces: list[Piece], clause: Clause, setting: Setting
) -> list[Piece]:
    """'고향 가온에는', and '장치는' where the text says '최가람의 장치': in a life."""
    context, first = setting.context, pieces[0]
    subject, word = context.subject, first.word
    if setting.names.kind(subject) is not Kind.PERSON or word is None:
        return pieces
    if context.topic not in {"", subject} or any(subject in p.core for p in pieces):
        return pieces
    opens = (
        first.number == 0 or clause.topic == (first.number,)
    ) and word.core == first.core
    at_home = first.core in OWN_PLACES and first.number not in clause.topic
    at_home = at_home and first.josa in {"", "에", "에는", "에서", "에서는"}
    thing = first.core in context.owned and clause.topic == (first.number,)
    thing = thing and first.josa in {"은", "는"} and first.core not in OF_A_PERSON
    if not opens or not (at_home or thing):
        return pieces
    return [Piece(subject, "의", -2), *pieces]
