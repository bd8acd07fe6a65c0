"""What a clause leaves out, as the one before told it: its object, or another subject."""

import re
from collections.abc import Sequence
from itertools import pairwise

from quiz.language.korean.boundaries import is_postposition
from quiz.language.korean.clauses import Clause, phrase_before
from quiz.language.korean.context import called_by
from quiz.language.korean.josa import fitting
from quiz.language.korean.morphology import Part, Word
from quiz.language.korean.names import Names
from quiz.language.korean.phrases import is_time_word
from quiz.language.korean.pieces import NoObject, Piece, Setting, Unresolved
from quiz.language.korean.valency import MADE, TRANSITIVE, befalls_things, root_of, stem_of
from quiz.language.korean.wordlists import Kind, noun_kind, title_of, words

# '처음 발견했다': a noun by its form, which is no object.
HOW = words(
    """
처음 최초 직접 스스로 함께 다시 각각 따로 혼자 서로 그대로 실제 대량 정식
공식 단독 공동 일제히
"""
)
AS_OBJECT = frozenset(
    {"도", "만", "까지", "뿐", "밖에", "조차", "마저", "이나", "나", "부터"}
)
TOLD = re.compile(r"(?:[다라자냐]고|다는|라는|기로|도록|[ㄴ는은을를] ?것으로)$")
COUNTED = re.compile(r"\d|^(?:한|두|세|네|여러|몇) ")
RUMOURS = words("이야기 소문 전설 설 주장 속설 오해 일화 전승 설화 야사 풍문 낭설")
REPORTED = ("다는", "라는", "냐는")
FOUNDED = words("세우 만들 설립하 창립하 창단하 창설하 개설하 인수하 도입하")
NAMED_LOOSELY = frozenset({None, Kind.THING, Kind.TERM})
ACTORS = frozenset({Kind.PERSON, Kind.COMPANY, Kind.BODY, Kind.COUNTRY, Kind.CITY})


def with_what_is_left_out(
    pieces: list[Piece], clause: Clause, setting: Setting
) -> list[Piece]:
    """Say what '정태현이 처음 발견하였다' found, and what '1961년 인양되었다' tells of.

    Raises:
        Unresolved: what is meant is not sure.
    """
    if is_rumour(clause, setting):
        raise Unresolved("only told")
    return with_object(with_what_it_befalls(pieces, clause, setting), clause, setting)


def is_rumour(clause: Clause, setting: Setting) -> bool:
    """Tell '산을 오르며 ... 그렸다는 이야기가 전해졌다': nobody says that it is so."""
    later = clause.sentence.words[clause.body[-1] :]
    told = any(
        word.text.endswith(REPORTED) and following.core in RUMOURS
        for word, following in pairwise(later)
    )
    return told or is_what_is_told(clause.sentence.words, setting)


def is_what_is_told(told: Sequence[Word], setting: Setting) -> bool:
    """Tell '가온호가 가라앉았다는 것이다' after '... 이야기가 퍼져 있다'."""
    previous = setting.context.previous
    if previous is None or not any(w.core in RUMOURS for w in previous.words):
        return False
    if len(told) < 2 or not told[-2].text.endswith(REPORTED):
        return False
    return told[-1].text.startswith(("것이다", "것입니다", "것이었다"))


def with_object(pieces: list[Piece], clause: Clause, setting: Setting) -> list[Piece]:
    if not lacks_object(clause) or is_about_object(clause, setting.names):
        return pieces
    told = object_before(clause, setting) or subject_as_object(pieces, clause, setting)
    if not told:
        raise NoObject(clause.word(clause.body[-1]).text)
    place = place_of_object(pieces, clause)
    return [*pieces[:place], Piece(told, fitting(told, "을"), -3), *pieces[place:]]


def lacks_object(clause: Clause) -> bool:
    """Tell '정태현이 진천에서 처음 발견하였다', where nothing says what was found."""
    predicate = clause.predicate
    if predicate is None or predicate.is_copula or predicate.is_adjective:
        return False
    words_of = clause.sentence.words
    if root_of(words_of, clause.body, predicate) not in TRANSITIVE:
        return lacks_earlier(clause)
    if predicate.tag == "VX" and predicate.stem == "지":
        return False  # '만들어졌다'
    if clause.topic and clause.word(clause.topic[-1]).is_topic and has_second(clause):
        return False  # '이 나무는 정태현이 발견하였다'
    return not any(may_be_object(n, clause) for n in clause.body[:-1])


def lacks_earlier(clause: Clause) -> bool:
    """Tell '일본으로 가져갔다가 1971년에 돌아왔다': of an earlier verb of the clause."""
    verbs = (clause.word(n) for n in clause.body[:-1])
    if not any(w.part is Part.CONNECTIVE and stem_of(w) in TRANSITIVE for w in verbs):
        return False
    if clause.topic and clause.word(clause.topic[-1]).is_topic and has_second(clause):
        return False
    return not any(may_be_object(n, clause) for n in clause.body[:-1])


def is_about_object(clause: Clause, names: Names) -> bool:
    """Tell '첫 지원금은 5월에 지급한다': what cannot act may be what is done."""
    if not clause.topic or not clause.word(clause.topic[-1]).is_topic:
        return False
    last = clause.word(clause.topic[-1]).core
    name = " ".join([*(clause.word(n).text for n in clause.topic[:-1]), last])
    if title_of(last) or noun_kind(last) in ACTORS:
        return False
    return not {names.kind(name), names.kind(last)} & ACTORS


def has_second(clause: Clause) -> bool:
    return any(clause.word(n).is_subject for n in clause.body[:-1] if n not in clause.topic)


def may_be_object(number: int, clause: Clause) -> bool:
    """Tell any word that can be what is done, or that tells it in a clause."""
    word, following = clause.word(number), clause.word(number + 1)
    if word.josa.endswith(("을", "를")):
        return not is_postposition(following) or number + 1 == clause.body[-1]
    if number in clause.topic or is_time_word(word.core):
        return False
    if word.is_topic or (word.josa in AS_OBJECT and word.part is Part.NOUN):
        return True
    if word.quoted or word.josa_tag == "JKQ" or TOLD.search(word.text.rstrip(",")):
        return True
    if "ETN" in word.tags():
        return True
    return word.is_bare and word.core not in HOW and number == last_before_verb(clause)


def last_before_verb(clause: Clause) -> int:
    count = clause.predicate.words if clause.predicate else 1
    number = clause.body[-1] - count
    while number > clause.body[0] and clause.word(number + 1).tags()[:1] == ["VX"]:
        number -= 1
    return number


def object_before(clause: Clause, setting: Setting) -> str | None:
    """Return the name of what an earlier part of the sentence was done to.

    None says that it has no object, "" that its object has no name.
    """
    words_of = clause.sentence.words
    root = root_of(words_of, clause.body, clause.predicate) if clause.predicate else ""
    made = root in MADE or root.endswith(("되", "지")) or root not in TRANSITIVE
    for number in range(clause.body[0] - 2, -1, -1):
        word = words_of[number]
        if not word.is_object or word.quoted or is_postposition(words_of[number + 1]):
            continue
        phrase = phrase_before(clause.sentence, number, 0)
        text = clause.sentence.text[words_of[phrase[0]].start : word.core_end]
        if made and setting.names.is_proper(text.strip("‘’“”'『』《》〈〉「」<>")):
            return text
        return called_by(text, setting.context, setting.names)
    return None


def subject_as_object(pieces: list[Piece], clause: Clause, setting: Setting) -> str:
    """Return what the article is about, where that can be what somebody made or found."""
    context, predicate = setting.context, clause.predicate
    subject = context.subject
    kind = setting.names.kind(subject)
    if not subject or kind in {Kind.PERSON, Kind.COUNTRY} or predicate is None:
        return ""
    loose = kind in NAMED_LOOSELY and predicate.past
    if not clause.topic or (
        not loose and (context.topic != subject or setting.calendar.news)
    ):
        return ""
    if pieces[0].number == -1 or any(subject in p.core for p in pieces):
        return ""
    if any(w.is_topic for w in clause.sentence.words[: clause.body[0]]):
        return ""
    root = root_of(clause.sentence.words, clause.body, predicate)
    if kind in {Kind.COMPANY, Kind.BODY, Kind.CITY, Kind.PLACE, Kind.EVENT}:
        return subject if root in FOUNDED else ""
    return subject if root in MADE else ""


def place_of_object(pieces: list[Piece], clause: Clause) -> int:
    """Return where the object goes: after the subject, and where and when it was."""
    own = [n for n, p in enumerate(pieces) if p.number in clause.topic or p.number == -1]
    place = own[-1] + 1 if own else 0
    count = clause.predicate.words if clause.predicate else 1
    for later in range(place, len(pieces) - count):
        piece = pieces[later]
        if piece.word is None or piece.word.part is not Part.NOUN:
            break
        if piece.josa == "에서" or is_time_word(piece.core):
            place = later + 1
        elif piece.josa and piece.josa != "의":
            break
    return place


def with_what_it_befalls(
    pieces: list[Piece], clause: Clause, setting: Setting
) -> list[Piece]:
    """'A가 배를 찾아냈고, 1961년에 인양되었다' tells of the ship."""
    shared = bool(clause.head) or bool(pieces and pieces[0].number == -1)
    alone = not clause.topic and clause.body[0] > 0
    if not (shared or alone):
        return pieces
    if not befalls_things(clause.sentence.words, clause.body, clause.predicate):
        return pieces
    if shared and setting.names.kind(shared_subject(pieces, clause)) is Kind.PERSON:
        raise Unresolved("what befalls things befalls nobody")
    if not alone or clause.topic:
        return pieces
    told = object_before(clause, setting)
    if told is None:
        return pieces
    if not told:
        raise Unresolved("what it befalls has no name")
    rest = pieces[1:] if pieces[0].number == -1 else pieces
    return [Piece(told, fitting(told, "은"), -1), *rest]


def shared_subject(pieces: list[Piece], clause: Clause) -> str:
    if pieces[0].number == -1:
        return pieces[0].core
    own = [p for p in pieces if p.number in clause.head and p.number in clause.topic]
    return " ".join([*(p.text for p in own[:-1]), own[-1].core]) if own else ""
