"""A clause as a plain sentence of its own, with a mark where its answer stood."""

import re
from collections.abc import Iterable
from dataclasses import replace

from quiz.language.korean.arguments import (
    says_who,
    subject_text,
)
from quiz.language.korean.candidates import Reading
from quiz.language.korean.clauses import Clause, is_main_argument
from quiz.language.korean.conjugation import copula_past, declarative_ending
from quiz.language.korean.context import POINTING
from quiz.language.korean.josa import fitting
from quiz.language.korean.morphology import Part, Word
from quiz.language.korean.names import Names
from quiz.language.korean.owners import pieces_of
from quiz.language.korean.phrases import is_time_word
from quiz.language.korean.pieces import Piece, Setting, Unresolved
from quiz.language.korean.prompts import (
    at_the_event,
    finish,
    in_its_year,
    shortened,
)
from quiz.language.korean.wordlists import OF_A_THING, Kind, words

MARK = "\x00"
COMFORTABLE = 70  # characters of a cloze; from a longer one goes what it doesn't need
PLAIN = re.compile(r"(?<!니)다[.!]?$")
# Of a living thing or an object: the reader must be told of which.
PARTS = OF_A_THING | words(
    """
발가락 손가락 손 팔 무릎 발목 손목 발톱 손톱 이마 뺨 턱 혀 콧구멍 귓바퀴 목 등뼈 척추 뇌
심장 폐 간 위 장 피 혈액 피부 근육 뼈 깃털 깃 지느러미
비늘 아가미 더듬이 겹눈 뿔 발굽 가죽 젖 줄기 껍질 꽃잎 꽃받침 암술 수술 가지 밑동 옹이
바닥 벽 벽면 천장 창 창문 문 문짝 처마 기단 층 안쪽 바깥쪽 앞면 뒷면 옆면 밑면 윗면 아랫면
윗부분 아랫부분 가운데 테두리 가장자리 손잡이 뚜껑 받침 중심 한가운데 안 밖 겉 속 위쪽
아래쪽 활동 번식 사냥 짝짓기 산란 출산 제작 공사 건립 크기 기원 유래
원산지 원료 재료 주성분 어원 양 비율 횟수 속력
"""
)
PLACED = frozenset({"에는", "에서는", "으로는", "로는"})
ACTORS = frozenset({Kind.PERSON, Kind.COMPANY, Kind.BODY})
NAMES_IT = re.compile(
    r"^(?:한다|합니다|하는데|하며|하고|했|하였|부르|부른|불렀|이르|이른|일컫)"
)
PASSIVE_NAMING = re.compile(r"^불(?:린|리|렸|립)")
EMPTY = frozenset({"일", "것", "경우", "적", "때", "점", "바", "수", "데", "이"})
ADMINISTERED = re.compile(
    r"^(?:맡|담당|시행|실시|운영|관리|관장|주관|집행|제정|폐지|"
    r"공포|펴낸|지은|만든|그린|세운|설계한|발명한|개발한|제작한)"
)
ANIMALS = tuple(
    [
        "동물",
        "포유류",
        "조류",
        "어류",
        "곤충",
        "파충류",
        "양서류",
        "물고기",
        "짐승",
        "새",
        "갑각류",
        "맹수",
        "고래",
        "영장류",
    ]
)
LOOSE = frozenset({None, Kind.THING, Kind.TERM})  # names by a weak sign only
DEFINING = 4  # words of a definition that fits one thing alone
ADVERBIAL_ENDINGS = frozenset({"어", "아", "여", "어서", "아서", "면서", "으면서", "고"})


def statement(clause: Clause, start: int, end: int, reading: Reading) -> str:
    """Return "수달의 발가락 사이에는 [MARK]가 있다.", or "" where it can't stand alone.

    `start` and `end` are the answer's offsets in the sentence.
    """
    setting = reading.setting
    try:
        pieces = with_what_this_is(pieces_of(clause, setting), setting)
    except Unresolved:
        return ""
    if not pieces or (pieces[0].number == -1 and another_acts(clause)):
        return ""
    if lost_pointer(clause, pieces):
        return ""
    if pieces[0].number == -1 and pieces[0].josa in {"은", "는"}:
        pieces = [with_plain_place(p) for p in pieces]
    inside = {n for n in clause.body if touches(clause.word(n), start, end)}
    named = with_what_it_is_of(clause, pieces, inside, reading)
    if not named:
        return ""
    text = marked_text(trimmed(named, clause, inside), clause, start, end)
    if text.count(MARK) != 1:
        return ""
    text = at_the_event(finish([text], setting), setting)
    return in_its_year(text, clause, setting) + "."


def with_what_this_is(pieces: list[Piece], setting: Setting) -> list[Piece]:
    """'이를 맡아볼 관청': the law that the text is about."""
    for place, piece in enumerate(pieces[:-1]):
        if piece.text != "이를" or not ADMINISTERED.match(pieces[place + 1].text):
            continue
        topic = topic_to_add(pieces, setting)
        if topic and setting.names.kind(topic) not in ACTORS:
            told = replace(piece, core=topic, josa=fitting(topic, "을"))
            return [*pieces[:place], told, *pieces[place + 1 :]]
    return pieces


def lost_pointer(clause: Clause, pieces: list[Piece]) -> bool:
    """Tell whether '그 전에는' went: a prompt may do without, a statement may not."""
    kept = {p.number for p in pieces}
    return any(
        clause.word(n).core in POINTING
        and not clause.word(n).josa
        and not {n, n + 1} & kept
        for n in clause.body
    )  # fmt: skip


def touches(word: Word, start: int, end: int) -> bool:
    return word.start < end and start < word.end


def marked_text(pieces: list[Piece], clause: Clause, start: int, end: int) -> str:
    """Return the words with the mark and a plain ending, or "" where they can't have it."""
    count = clause.predicate.words if clause.predicate else 1
    text = ""
    for piece in pieces[:-count]:
        if piece.word is None or not touches(piece.word, start, end):
            text += " " + piece.text
        elif piece.core not in {piece.word.core, piece.word.text}:
            return ""  # a pronoun's name: the article doesn't say it here
        else:
            told = piece.text if piece.core == piece.word.core else piece.word.text
            text += marked_word(told, piece.word, start, end)
    ending = marked_ending(pieces[-count:], clause, start, end)
    return text + ending if ending else ""


def marked_word(text: str, word: Word, start: int, end: int) -> str:
    """Return `text` of `word` with the mark for the answer that begins or ends in it."""
    front = " " + text[: start - word.start] + MARK if word.start <= start else ""
    return front + (text[end - word.start :] if word.end >= end else "")


def marked_ending(pieces: list[Piece], clause: Clause, start: int, end: int) -> str:
    """Return the predicate as 한다, 했다 or 이다."""
    predicate, last = clause.predicate, clause.word(clause.body[-1])
    told = [p.word for p in pieces if p.word and touches(p.word, start, end)]
    whole = predicate is None or predicate.words == 1
    if clause.main and whole and not told and PLAIN.search(last.text):
        return "" if is_guess(last) else " " + last.text.rstrip(".!")
    if predicate is None:
        return ""
    if not predicate.is_copula:
        return "" if told else " " + declarative_ending(predicate)
    noun = predicate.before
    if not noun or (told and (predicate.words > 1 or end > last.start + len(noun))):
        return ""
    tail = copula_past(noun) + "다" if predicate.past else "이다"
    return (marked_word(noun, last, start, end) if told else " " + noun) + tail


def is_guess(word: Word) -> bool:
    return any(m.tag == "EP" and m.form == "겠" for m in word.morphs)


def with_what_it_is_of(
    clause: Clause, pieces: list[Piece], inside: set[int], reading: Reading
) -> list[Piece]:
    """Return the clause's words where they say of whom or what, or []."""
    setting = reading.setting
    if pieces[0].number != -1 and not clause.topic and not has_own_subject(clause):
        return with_topic(clause, pieces, setting)
    if setting.context.scope and not names_any(pieces, inside, setting):
        # a condition of the programme that the text is about
        return [Piece(setting.context.scope, "에서", -1), *pieces]
    if says_of_what(clause, pieces, inside, reading):
        return pieces
    topic = topic_to_add(pieces, setting)
    if not topic or inside & set(clause.topic) or topic != setting.context.subject:
        return []
    if is_part(pieces[0]):
        return [Piece(topic, "의", -1), *pieces]
    return in_the_case_of(topic, pieces, setting)


def with_topic(clause: Clause, pieces: list[Piece], setting: Setting) -> list[Piece]:
    """Put what the text is about in front of a clause that has no subject, or []."""
    topic = topic_to_add(pieces, setting)
    has_object = clause.predicate is not None and any(
        clause.word(n).is_object and is_main_argument(clause.sentence, n, clause.body)
        for n in clause.body
    )
    if is_naming(clause):
        if has_object:
            return pieces  # '... 내던 베를 군포라고 한다'
        josa = "은" if PASSIVE_NAMING.match(clause.word(clause.body[-1]).text) else "을"
        return [Piece(topic, fitting(topic, josa), -1), *pieces] if topic else []
    if not topic or another_acts(clause):
        return []
    if is_part(pieces[0]):
        return [Piece(topic, "의", -1), *pieces]
    acts = has_object and not clause.predicate_is_passive
    if acts and not can_act(topic, setting):
        return in_the_case_of(topic, pieces, setting)
    return [subject_piece(topic), *(with_plain_place(p) for p in pieces)]


def can_act(topic: str, setting: Setting) -> bool:
    """Tell a company or an animal, which does things, from a law or a place."""
    called = setting.names.nouns.get(topic, "")
    return setting.names.kind(topic) in ACTORS or called.endswith(ANIMALS)


def is_naming(clause: Clause) -> bool:
    """Tell '... 군포라고 한다' and '... 지표종으로 불린다'."""
    last = clause.word(clause.body[-1])
    if PASSIVE_NAMING.match(last.text):
        return True
    before = clause.word(clause.body[-2]) if len(clause.body) > 1 else last
    return bool(NAMES_IT.match(last.text)) and before.text.endswith(("라고", "라", "고"))


def in_the_case_of(topic: str, pieces: list[Piece], setting: Setting) -> list[Piece]:
    """'수달의 경우 하루에 먹는 양은 ...': of a kind, a law or a thing, no person."""
    if setting.names.kind(topic) in ACTORS:
        return []
    return [Piece(topic, "의", -1), Piece("경우", "", -1), *pieces]


def subject_piece(topic: str) -> Piece:
    return Piece(topic, fitting(topic, "은"), -1)


def with_plain_place(piece: Piece) -> Piece:
    """Behind a topic '한국에서는' is '한국에서'."""
    return replace(piece, josa=piece.josa[:-1]) if piece.josa in PLACED else piece


def another_acts(clause: Clause) -> bool:
    """Tell whether some 이/가 of the clause may be its subject: no topic goes before it."""
    own = set(clause.topic)
    return any(
        clause.word(n).is_subject
        and n not in own
        and not (n + 1 < len(clause.sentence.words) and describes(clause.word(n + 1)))
        for n in clause.body[:-1]
    )


def describes(word: Word) -> bool:
    verbs = [m for m in word.morphs if m.is_verb]
    doing = bool(verbs) and not verbs[-1].tag.startswith(("VA", "XSA"))
    return word.part is Part.ADNOMINAL and doing


def says_of_what(
    clause: Clause, pieces: list[Piece], inside: set[int], reading: Reading
) -> bool:
    """Tell whether a name, a term of the article or a described noun says of what."""
    topic = set(clause.topic)
    loose = is_part(pieces[0]) or (topic and clause.word(clause.topic[-1]).core in PARTS)
    if loose and not names_any(pieces, inside, reading.setting):
        return not topic_to_add(pieces, reading.setting)
    if topic and not topic & inside:
        who = subject_text(pieces, clause)
        return (
            says_who(who, reading) or is_described(clause) or names_owner(pieces, reading)
        )
    others = [p for p in pieces if p.number not in inside]
    if topic & inside and is_definition(clause):
        return True
    if any(p.number == -1 for p in others):
        return True
    return names_any(others, inside, reading.setting)


def is_definition(clause: Clause) -> bool:
    """Tell '... 곡식의 양을 기준으로 삼은 땅의 단위이다', which fits one thing alone."""
    if clause.predicate is None or not clause.predicate.is_copula:
        return False
    later = [clause.word(n) for n in clause.body if n > clause.topic[-1]]
    return len(later) >= DEFINING and any(
        w.part is Part.ADNOMINAL and w.has_verb for w in later
    )


def names_any(pieces: list[Piece], inside: set[int], setting: Setting) -> bool:
    """Tell whether something with a name stands beside the answer."""
    return any(
        p.number == -1 or is_name(p.core.strip("‘’“”'\""), setting.names)
        for p in pieces
        if p.number not in inside and p.core
    )


def is_name(word: str, names: Names) -> bool:
    """Tell 조선시대 and 경기도 from 1단 and 엔진: a name, or what begins with one."""
    if names.is_proper(word):
        return True
    return any(
        names.is_proper(word[:length]) and names.kind(word[:length]) not in LOOSE
        for length in range(len(word) - 1, 1, -1)
    )


def is_part(piece: Piece) -> bool:
    return piece.core in PARTS or piece.core.split()[0] in PARTS


def is_described(clause: Clause) -> bool:
    """Tell '죽은 사람에게 물리던 베는' from '베는': at least two words describe it."""
    first = clause.topic[0]
    if clause.word(clause.topic[-1]).core in EMPTY and not is_identity(clause):
        return False  # '두 번 내는 일이 벌어졌다'
    if first < clause.body[0] + 2 or first not in clause.body:
        return False
    before = clause.word(first - 1)
    return before.part is Part.ADNOMINAL and before.has_verb


def is_identity(clause: Clause) -> bool:
    """Tell '가장 큰 고통을 준 것은 공납이었다'."""
    return clause.predicate is not None and clause.predicate.is_copula


def names_owner(pieces: list[Piece], reading: Reading) -> bool:
    """Tell '칭청장의 상금은': some word in front of the subject is a name."""
    names = reading.setting.names
    return any(
        names.is_proper(p.core.strip("‘’"))
        for p in pieces
        if p.josa == "의" or p.number == -1
    )


def has_own_subject(clause: Clause) -> bool:
    return any(
        clause.word(n).is_topic
        or (clause.word(n).is_subject and is_main_argument(clause.sentence, n, clause.body))
        for n in clause.body
    )


def topic_to_add(pieces: list[Piece], setting: Setting) -> str:
    """Return the topic that goes on, where the clause has no word of it, or ""."""
    context = setting.context
    topic = context.topic
    if not topic or not (context.goes_on or topic == context.subject):
        return ""
    if setting.names.kind(topic) is Kind.PERSON:
        return ""
    if any(p.core == topic or p.core.startswith(f"{topic} ") for p in pieces):
        return ""
    return "" if any(q in topic for q in "‘“\"'") else topic


def trimmed(pieces: list[Piece], clause: Clause, inside: set[int]) -> list[Piece]:
    """Drop what a long clause can do without: its means, its setting, a preamble."""
    if length(pieces) <= COMFORTABLE:
        return pieces
    shorter = shortened(pieces, clause)
    if inside - {p.number for p in shorter}:
        shorter = pieces
    return shorter if length(shorter) <= COMFORTABLE else without_preamble(shorter, inside)


def length(pieces: Iterable[Piece]) -> int:
    return sum(len(p.text) + 1 for p in pieces)


def without_preamble(pieces: list[Piece], inside: set[int]) -> list[Piece]:
    """Drop '..., ' that tells how or what before, from behind the subject."""
    for place, piece in enumerate(pieces[:-2]):
        if not ends_preamble(piece) or piece.number in inside:
            continue
        topics = [n for n, p in enumerate(pieces[:place]) if is_subject(p)]
        first = topics[-1] + 1 if topics else 0
        gone = pieces[first : place + 1]
        if topics and len(gone) > 1 and not any(p.number in inside for p in gone):
            return [*pieces[:first], *pieces[place + 1 :]]
    return pieces


def is_subject(piece: Piece) -> bool:
    word = piece.word
    return piece.josa in {"은", "는", "이", "가"} and not (
        word is not None and (word.quoted or is_time_word(word.core))
    )


def ends_preamble(piece: Piece) -> bool:
    word = piece.word
    if word is None or word.quoted or not word.comma or word.part is not Part.CONNECTIVE:
        return False
    return [m for m in word.morphs if m.tag == "EC"][-1].form in ADVERBIAL_ENDINGS
