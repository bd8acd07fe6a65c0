"""What the noun phrases of a clause do in it, and whether it says whom it is about."""

import re
from functools import lru_cache

from quiz.language.korean.candidates import Reading
from quiz.language.korean.clauses import Clause, second_subject
from quiz.language.korean.mentions import Mention, read_phrase
from quiz.language.korean.morphology import Part, Sentence, Word
from quiz.language.korean.names import Names, names_something
from quiz.language.korean.phrases import (
    SEVERAL_PASSES,
    Phrase,
    is_copular,
    is_time_word,
    phrases,
)
from quiz.language.korean.pieces import Piece, Unresolved
from quiz.language.korean.told_pieces import told_pieces
from quiz.language.korean.wordlists import OF_A_THING, VAGUE_NOUNS, noun_kind

STARTERS = frozenset({"에는", "에서는", "으로는", "로는"})
SOMEBODY = re.compile(
    r"(?:^|\s)(?:한|두|세|네|다섯|여러|몇|다른|어떤|같은) (?:사람|명|팀|곳|나라)$"
)
SHORTEST_TERM = 2
UNREAD: list[Piece] = []  # None tells of a clause that can't stand alone


@lru_cache(maxsize=SEVERAL_PASSES)
def mentions_in(clause: Clause) -> tuple[Mention, ...]:
    """Return what the clause's own words name, but not in quotations."""
    inside, sentence = set(clause.body), clause.sentence
    return tuple(
        read_phrase(sentence, phrase)
        for phrase in phrases(sentence)
        if not phrase.is_time and phrase.first in inside and phrase.last in inside
        if not sentence.words[phrase.last].quoted
    )


def pieces_or_none(clause: Clause, reading: Reading) -> list[Piece] | None:
    """Return the clause as a prompt uses it, or None where it can't stand alone."""
    found = reading.pieces.get(clause, UNREAD)
    if found is UNREAD:
        found = reading.pieces[clause] = read_pieces(clause, reading)
    return found


def read_pieces(clause: Clause, reading: Reading) -> list[Piece] | None:
    if second_subject(clause) is not None:
        reading.rejected["two-subjects"] += 1
        return None
    if hides_its_topic(clause, reading):
        reading.rejected["hidden-topic"] += 1
        return None
    try:
        return told_pieces(clause, reading.setting)
    except Unresolved as missing:
        reading.rejected[missing.reason] += 1
        return None


def hides_its_topic(clause: Clause, reading: Reading) -> bool:
    """Tell '탈퇴는 통보하고 1년이 지나야 효력이 생긴다': whose effect is left out."""
    if not clause.outer or clause.head or not clause.topic or clause.predicate is None:
        return False
    own, outer = clause.word(clause.topic[-1]), clause.word(clause.outer[-1])
    if not outer.is_topic or own.is_topic or len(clause.topic) > 1:
        return False
    if own.core in OF_A_THING:
        return False  # '열매는 ... 지름이': whose it is will be said
    if reading.setting.names.is_proper(own.core) or own.tags()[:1] != ["NNG"]:
        return False
    return not any(clause.word(n).is_object for n in clause.body)


def is_coordinated(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether the phrase is a member of 'A와 B', 'A, B'."""
    words = sentence.words
    if words[phrase.last].josa_tag == "JC" or words[phrase.last].comma:
        return True
    following = words[phrase.last + 1 : phrase.last + 2]
    if following and following[0].core in {"및", "그리고", "또는"}:
        return True
    first = phrase.first
    while first and words[first - 1].josa == "의" and not words[first - 1].comma:
        first -= 1  # 'A와 B의 공주 C가': C is one of two
    if first == 0:
        return False
    before = words[first - 1]
    if first < phrase.first:
        return before.josa_tag == "JC" or (
            before.josa in {"와", "과"} and words[phrase.last].is_subject
        )
    if before.core in {"및", "그리고", "또는", "등"}:
        return True
    if before.josa_tag == "JC" or before.josa in {"와", "과"}:
        return True
    return before.comma and before.part is Part.NOUN and not before.josa


def noun_phrase_start(sentence: Sentence, phrase: Phrase, floor: int) -> tuple[int, bool]:
    """Return where the phrase begins, and if a relative clause stands before it."""
    first, leaning = phrase.first, False
    while first > floor:
        before = sentence.words[first - 1]
        if before.part is Part.ADNOMINAL:
            told = [n for n in range(floor, first) if sentence.words[n].josa in STARTERS]
            return (told[-1] + 1 if told else floor), True
        leaning = leaning or sentence.words[first].josa == "의"
        if before.josa == "의" or before.part is Part.DETERMINER or before.josa_tag == "JC":
            first -= 1
        elif leaning and leans(before):
            first -= 1  # '무게 약 87톤의', '경상남도 남해군의'
        elif before.is_bare and before.part is Part.NOUN and before.josa == "":
            return first, False
        else:
            break
    return first, False


def leans(word: Word) -> bool:
    """Tell a noun that belongs to the noun after it: 무게, 경상남도."""
    if word.part is not Part.NOUN or word.josa or is_time_word(word.core):
        return False
    return not word.has_verb


def has_relative_before(sentence: Sentence, phrase: Phrase) -> bool:
    if phrase.first == 0:
        return False
    before = sentence.words[phrase.first - 1]
    return before.part is Part.ADNOMINAL and not is_copular(before)


def subject_text(pieces: list[Piece], clause: Clause) -> str:
    topic = set(clause.topic)
    chosen = [p for p in pieces if p.number in topic or p.number == -1]
    return " ".join(p.core if p is chosen[-1] else p.text for p in chosen).strip("‘’'\"“” ")


def says_who(text: str, reading: Reading) -> bool:
    """Tell whether a subject can be understood alone: a name, or a term of the article."""
    names = reading.setting.names
    if not text or SOMEBODY.search(text):
        return False
    scope = reading.setting.context.scope.strip("‘’")
    if (scope and scope in text.strip("‘’")) or (scope and scope.split("’")[0] in text):
        return True
    pieces = text.split()
    if names_something(text, names) or any(is_name_part(piece, names) for piece in pieces):
        return True
    last = pieces[-1]
    if text in VAGUE_NOUNS or (last in VAGUE_NOUNS and len(pieces) == 1):
        return False
    if len(pieces) == 1:
        return len(text) >= SHORTEST_TERM and is_term(text, reading)
    return is_term(text, reading) or not (last in VAGUE_NOUNS or noun_kind(last))


def is_name_part(piece: str, names: Names) -> bool:
    fronts = [piece[:length] for length in range(2, len(piece) + 1)]
    return not names.proper.isdisjoint(fronts)


def is_term(text: str, reading: Reading) -> bool:
    """Tell whether the article is about `text`: it comes back, or heads it."""
    if text in VAGUE_NOUNS:
        return False
    context = reading.setting.context
    return (
        reading.setting.names.counts[text] >= 2
        or text in context.heading
        or text in context.topic
    )
