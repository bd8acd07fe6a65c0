"""A clause as a plain sentence of its own, with a mark where its answer stood."""

import re
from collections.abc import Iterable

from quiz.language.korean.boundaries import turns
from quiz.language.korean.candidates import Reading
from quiz.language.korean.clauses import Clause, second_subject
from quiz.language.korean.conjugation import copula_past, declarative_ending
from quiz.language.korean.context import POINTING
from quiz.language.korean.morphology import Part, Word
from quiz.language.korean.phrases import is_copular, is_time_word
from quiz.language.korean.pieces import Piece, Unresolved
from quiz.language.korean.prompts import at_the_event, finish, in_its_year, shortened
from quiz.language.korean.told_pieces import told_pieces
from quiz.language.korean.whose import (
    another_acts,
    with_plain_place,
    with_what_it_is_of,
    with_what_this_is,
    with_whole_names,
    without_this_change,
)
from quiz.language.korean.wordlists import Kind, noun_kind

MARK = "\x00"
COMFORTABLE = 85  # characters of a cloze; from a longer one goes what it doesn't need
SAYS = re.compile(
    r"(?:밝[히혔]|말[하했]|전[하했]|설명|주장|강조|보았|본다|봤|여[기겼]|생각|믿|덧붙|지적|내다)"
)
PLAIN = re.compile(r"(?<!니)다[.!]?$")
TOGETHER = frozenset({"면서", "으면서", "자", "이자"})
MOVED_ON = frozenset({"이어", "또한", "한편", "역시", "또"})  # tie to what was said before
ADVERBIAL_ENDINGS = frozenset({"어", "아", "여", "어서", "아서", "면서", "으면서", "고"})


def moves_on(piece: Piece, before: list[Piece]) -> bool:
    """Tell '이어', but not that of '윈스턴 처칠에 이어' and '실패한 데 이어'."""
    if before and (before[-1].josa in {"에", "를", "을"} or before[-1].core == "데"):
        return False
    return piece.text in MOVED_ON


def statement(clause: Clause, start: int, end: int, reading: Reading) -> str:
    """Return "수달의 발가락 사이에는 [MARK]가 있다.", or "" where it can't stand alone.

    `start` and `end` are the answer's offsets in the sentence. `reading` is one for
    statements alone: it remembers their words.
    """
    setting = reading.setting
    pieces = pieces_told(clause, reading)
    if not pieces:
        return ""
    words = clause.sentence.words
    inside = {n for n in clause.body if touches(words[n], start, end)}
    named = with_what_it_is_of(clause, pieces, inside, reading)
    if not named:
        return ""
    text = marked_text(trimmed(named, clause, inside), clause, start, end)
    if text.count(MARK) != 1:
        return ""
    text = at_the_event(finish([text], setting), setting)
    return in_its_year(text, clause, setting) + "."


def pieces_told(clause: Clause, reading: Reading) -> list[Piece]:
    """Return the clause's words as every statement of it begins with them."""
    pieces = reading.stated.get(clause)
    if pieces is None:
        pieces = reading.stated[clause] = stated_pieces(clause, reading)
    return pieces


def stated_pieces(clause: Clause, reading: Reading) -> list[Piece]:
    """Return the clause's words as a statement has them, [] where it can't be one."""
    pieces = readable_pieces(clause, reading)
    pieces = [p for n, p in enumerate(pieces) if not moves_on(p, pieces[:n])]
    if not pieces or lost_pointer(clause, pieces) or describes_what_follows(clause):
        return []
    if (pieces[0].number == -1 or clause.head) and another_acts(clause):
        return []
    if turns(clause.word(clause.body[-1])) and clause.topic and another_acts(clause):
        return []  # 'A는 B가 유배되었다가 사약을 받자'
    if is_about_two(clause, reading) or is_inside_relative(clause):
        return []
    if is_much(clause) or is_cut_short(clause) or turns_to_another(clause):
        return []
    if pieces[0].number == -1 and pieces[0].josa in {"은", "는"}:
        return [with_plain_place(p) for p in pieces]
    return pieces


def is_about_two(clause: Clause, reading: Reading) -> bool:
    """Tell '고구려는 남생이 당나라에 투항했다': the verb of 고구려 was cut off."""
    if not clause.topic or second_subject(clause) is None:
        return False
    later = clause.sentence.words[clause.body[-1] + 1 :]
    if later and is_copular(later[-1]) and not any(w.is_topic for w in later):
        return True  # '맥놀이는 두 소리가 간섭하여 커졌다 작아지는 현상이다'
    if is_reported(clause):
        return True
    acts = clause.predicate is not None and not clause.predicate_is_passive
    return acts and is_one_who_acts(clause, reading)


def is_inside_relative(clause: Clause) -> bool:
    """Tell 'A는 B가 병사들을 기리며 한 연설을 전한다', which isn't what A does."""
    later = clause.sentence.words[clause.body[-1] + 1 :]
    if not later or clause.word(clause.body[-1]).comma:
        return False
    joined = later[0].part is Part.ADNOMINAL and later[0].has_verb
    return (joined or later[0].text == "한") and any(
        clause.word(n).is_subject and n not in clause.topic for n in clause.body
    )


def is_one_who_acts(clause: Clause, reading: Reading) -> bool:
    """Tell 고구려, and by the word before it the 투키디데스 of '역사가 투키디데스'."""
    last = clause.topic[-1]
    kind = reading.setting.names.kind(clause.word(last).core)
    before = clause.word(last - 1) if last else None
    named = before is not None and before.is_bare and kind in {None, Kind.THING}
    if named and before is not None and noun_kind(before.core) is Kind.PERSON:
        return True
    return kind in {Kind.PERSON, Kind.COUNTRY, Kind.BODY}


def is_reported(clause: Clause) -> bool:
    """Tell '벤담은 인간이 쾌락을 추구하고 고통을 피하려 한다고 보았다'."""
    words = clause.sentence.words
    if clause.main or not SAYS.match(words[-1].text):
        return False
    return any(w.text.endswith(("다고", "라고")) for w in words[clause.body[-1] + 1 :])


def is_much(clause: Clause) -> bool:
    """Tell '물가는 24.3%나 올랐다', whose 나 is no verb."""
    last = clause.word(clause.body[-1])
    copula = clause.predicate is not None and clause.predicate.is_copula
    return copula and not clause.main and MUCH.search(last.text) is not None


def turns_to_another(clause: Clause) -> bool:
    """Tell 'A사는 장치를 시험하여 음질은 낮다': what A found was cut off."""
    predicate = clause.predicate
    if predicate is None or not predicate.is_adjective or not clause.topic:
        return False
    if not clause.word(clause.topic[-1]).is_topic:
        return False
    doing = False
    for number in clause.body[:-1]:
        word = clause.word(number)
        if doing and word.is_topic and not is_time_word(word.core):
            return True
        doing = doing or (number > clause.topic[-1] and has_done(number, clause))
    return False


def has_done(number: int, clause: Clause) -> bool:
    """Tell '시험하여' after what was tested."""
    endings = [m.form for m in clause.word(number).morphs if m.tag == "EC"]
    done = bool(endings) and endings[-1] in DONE
    return done and any(clause.word(n).is_object for n in clause.body if n < number)


DONE = frozenset({"어", "아", "여", "어서", "아서", "여서"})


MUCH = re.compile(r"\d[^ ]*나$")


def is_cut_short(clause: Clause) -> bool:
    """Tell '양극재는 재고 조정이 길어지면서 출하량이 줄었다': the end tells of 양극재."""
    if clause.main or not clause.topic or second_subject(clause) is None:
        return False
    words, last = clause.sentence.words, clause.body[-1]
    endings = [m.form for m in words[last].morphs if m.tag == "EC"]
    if endings[-1:] == [] or endings[-1] not in LEADS_ON or clause.topic[-1] > last:
        return False
    return any(w.is_subject for w in words[last + 1 :])


LEADS_ON = frozenset({"면서", "으면서", "자", "아", "어", "어서", "아서", "니", "으니"})


def describes_what_follows(clause: Clause) -> bool:
    """Tell '하류이면서 혼탁한 시대를 빗댄 말': the copula belongs to the later noun."""
    last = clause.word(clause.body[-1])
    endings = [m.form for m in last.morphs if m.tag == "EC"]
    copula = clause.predicate is not None and clause.predicate.is_copula
    return bool(copula and not clause.main and endings and endings[-1] in TOGETHER)


def readable_pieces(clause: Clause, reading: Reading) -> list[Piece]:
    """Return the clause's words, or [] where a pronoun is not known."""
    found = reading.pieces.get(clause)
    if found is None:
        try:
            found = told_pieces(clause, reading.setting)
        except Unresolved:
            found = []
        found = with_whole_names(without_this_change(found), reading.setting)
        found = reading.pieces[clause] = with_what_this_is(found, reading.setting)
    return found


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
