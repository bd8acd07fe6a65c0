"""Who did what a part of the sentence tells, where that part names nobody."""

from quiz.language.korean.clause_times import ending_of
from quiz.language.korean.clauses import Clause
from quiz.language.korean.josa import fitting
from quiz.language.korean.morphology import Part
from quiz.language.korean.phrases import is_copular, is_time_word
from quiz.language.korean.pieces import Piece, Setting
from quiz.language.korean.wordlists import Kind


def with_doer(pieces: list[Piece], clause: Clause, setting: Setting) -> list[Piece]:
    """'충청도에 시행된 것은' -> '대동법이 충청도에 ...'; so with '세상을 떠나자'."""
    subject = setting.context.subject
    if not subject or any(subject in piece.core for piece in pieces):
        return pieces
    if not (is_headless(clause) or died_unnamed(clause, setting)):
        return pieces
    place = 0
    while place < len(pieces) - 1 and is_time_word(pieces[place].core):
        place += 1
    doer = Piece(subject, fitting(subject, "이"), -1)
    return [*pieces[:place], doer, *pieces[place:]]


def is_headless(clause: Clause) -> bool:
    """Tell '충청도에 시행된 것은 1651년이었다', where nobody says what was."""
    predicate = clause.predicate
    if predicate is None or not predicate.is_copula or not clause.topic:
        return False
    last = clause.topic[-1]
    if clause.word(last).core != "것" or last not in clause.body:
        return False
    verb = clause.word(last - 1)
    if verb.part is not Part.ADNOMINAL or is_copular(verb):
        return False
    return not any(
        clause.word(n).is_subject or clause.word(n).is_topic
        for n in clause.words
        if n < last - 1
    )


def died_unnamed(clause: Clause, setting: Setting) -> bool:
    """Tell '중풍으로 세상을 떠나자 벗이 묘지명을 지었다', in a life."""
    subject = setting.context.subject
    if setting.names.kind(subject) is not Kind.PERSON:
        return False
    if setting.context.topic not in {"", subject}:
        return False
    turn = next((n for n in clause.body[:-1] if is_turn(clause, n)), None)
    if turn is None or clause.head:
        return False
    before = [clause.word(n) for n in clause.body if n < turn]
    return not any(word.is_subject or word.is_topic for word in before)


def is_turn(clause: Clause, number: int) -> bool:
    word = clause.word(number)
    return word.part is Part.CONNECTIVE and ending_of(word) == "자" and not word.quoted
