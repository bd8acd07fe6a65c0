"""The clause as a sentence with a gap, or nothing where that is not safe."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from quiz.core.questions import AnswerKind, plain
from quiz.language.english.candidates import Candidate
from quiz.language.english.clauses import Clause
from quiz.language.english.context import Setting
from quiz.language.english.gate import (
    CALENDAR,
    DAY,
    RELATIVE_TIME,
    WEEKDAY,
    has_words,
    is_broken_off,
    is_cut_short,
    is_event,
    is_garbled,
    is_told_beside,
)
from quiz.language.english.phrases import ABOUT, Piece, is_cut_off
from quiz.language.english.prompts import is_side_clause, is_time, said_piece, source_of
from quiz.language.english.tellings import Telling, says_something, tell, words_of_clause
from quiz.language.english.voices import MARK, Unresolved, Voice, tidy
from quiz.language.english.wordlists import HEDGES, SAYING, Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST, SHORTEST = 170, 25  # characters of a cloze
MOST_BARE = 1  # nouns that only the article makes clear
MOST_SCOPED = 3  # of these where the sentence says of which thing it tells
LONGEST_GAP, LONGEST_LIST, LONGEST_REASON, LONGEST_FRONT = 6, 15, 14, 5  # words
OPENING = re.compile(rf"^(?:[^,]{{0,60}}, )?(?:The |the |[A-Z]\\w+ )?{MARK}|^(?:By|In|On) ")
DANGLING = re.compile(
    r"^(?:(?:when|while|if|because|although|though|since|once|as)\b(?!.*,)|"
    r"(?:one|which|who|that|it|he|she|they|this|these|why|how|what|where|whether)\b)",
    re.IGNORECASE,
)
POINTING = re.compile(
    r"\b(?:yesterday|tomorrow|last year|next month|this year|that year|same year|"
    r"I|we|you|our|my)\b",
    re.IGNORECASE,
)
POINTING_IN_NOTICES = re.compile(POINTING.pattern.replace("you|", ""), re.IGNORECASE)
# 'a later book' and 'from €71m a year earlier' point to no other sentence.
TIMED = re.compile(
    r"\b(?:a|his|her|its|their|['’]s) (?:later|earlier) (?=[a-z])|"
    r"(?<=[\dmnk%_] )a (?:year|month|quarter|decade) earlier\b"
)
ARTICLE = re.compile(r"^(?:both |only )?(?:the |a |an )?", re.IGNORECASE)
SOME = {"both", "many", "most", "some", "others", "another", "several", "few", "all",
        "each", "neither", "either", "rest"}  # fmt: skip
WORD = re.compile(r"\w+")
LINKS = {"and", "the", "a", "an", "both", "only"}
PROMPT = "Which words belong in the gap?"


def with_told(candidate: Candidate, setting: Setting) -> Candidate:
    """Add the short sentence that tells the candidate's fact, where one is safe."""
    telling = telling_of(candidate, setting)
    return candidate if telling is None else replace(candidate, told=telling.text)


def cloze_of(candidate: Candidate) -> str:
    """Return what a candidate tells with its answer in {{ }}, "" where it tells nothing."""
    if not candidate.told:
        return ""
    start, end = gap_of(candidate)
    answer, text = candidate.sentence.text[start:end], candidate.told
    if text.startswith(MARK):
        answer = answer[:1].upper() + answer[1:]
    return text.replace(MARK, "{{" + answer + "}}")


def telling_of(candidate: Candidate, setting: Setting) -> Telling | None:
    """Return the sentence with a mark where the answer stood, or None."""
    clause = candidate.clause
    if clause is None or is_torn(clause) or is_cut_short(candidate):
        return None
    start, end = gap_of(candidate)
    answer = candidate.sentence.text[start:end]
    if not is_accepted(answer, candidate):
        return None
    if candidate.names is Kind.NUMBER and is_told_beside(
        candidate.sentence.text, start, end
    ):
        return None
    telling = tell(clause, start, end, setting)
    alone = candidate.kind == "gap" and telling is not None and telling.bare <= MOST_BARE
    if telling is not None and is_broken_off(telling.text.replace(MARK, answer)):
        return None
    if telling is not None and is_good(telling.text, answer, candidate, setting, alone):
        return telling
    scoped = with_scope(telling, candidate, setting) if telling is not None else None
    if scoped is not None and is_good(scoped.text, answer, candidate, setting, True):
        return scoped
    related = clause.kind == "relative" and not is_linked(clause)
    if words_of_clause(clause) or (candidate.kind == "gap" and related):
        return None  # what its pieces leave out may be needed
    text = statement(clause, start, end, setting)
    return Telling(text) if text and is_good(text, answer, candidate, setting) else None


def with_scope(telling: Telling, candidate: Candidate, setting: Setting) -> Telling | None:
    """Say 'On the Erie Canal, the channel was' where 'The channel was' says not whose."""
    text, topic = telling.text, setting.topic.removeprefix("the ").lower()
    opens = text.startswith("The ") and not setting.scope.startswith("Under")
    told = not setting.scope or not opens or topic in text.lower()
    if candidate.clause is None or candidate.clause.kind == "participle":
        return None
    counted = candidate.names in {Kind.NUMBER, Kind.DATE}
    told = told or (setting.scope.startswith(("On the ", "In the ")) and not counted)
    if told or not 0 < telling.bare <= MOST_SCOPED:
        return None
    return replace(telling, text=setting.scope + text[:1].lower() + text[1:])


def is_linked(clause: Clause) -> bool:
    """Tell 'under which owners may claim a grant', whose pieces say under what."""
    doc = clause.verb.doc
    return any(
        p.role == "prep"
        and (p.words[1:2] < p.words[:1] or p.words[0] < clause.verb.left_edge.i)
        and not any(doc[n].tag_ == "PRP$" for n in p.words)
        for p in clause.pieces
    )


def is_torn(clause: Clause) -> bool:
    """Tell 'into the air that 1816 became known as' and a verb that is a unit: £41m."""
    subjects = [t for t in clause.verb.children if t.dep_ in {"nsubj", "nsubjpass"}]
    if (len(subjects) > 1 and clause.kind == "relative") or is_cut_off(clause.verb):
        return True
    if clause.group.lemma in SAYING and not says_something(clause.verb):
        return True
    if clause.subject is not None and is_some_of_them(clause.subject.head):
        return True
    doc, words = clause.verb.doc, clause.subject.words if clause.subject else ()
    return any(
        b > a + 1 and doc[a + 1].text == "," and doc[b].tag_ in {"NN", "NNS", "DT"}
        for a, b in pairwise(words)
    )  # 'Marsh and Hill, both of them lawyers, who': the names and what they were


def is_some_of_them(head: Token) -> bool:
    """Tell 'both' and 'many' from 'many of the caves': of whom is it told?"""
    return head.lower_ in SOME and not any(t.lower_ in {"of", "in"} for t in head.children)


def gap_of(candidate: Candidate) -> tuple[int, int]:
    """Return the characters of the gap: of 'about 1,500' and 'a doctorate' the last."""
    start, end = candidate.start, candidate.end
    if candidate.names is Kind.NUMBER:
        answer = candidate.sentence.text[start:end]
        bare = ABOUT.sub("", answer)
        if bare and is_accepted(bare, candidate):
            start = end - len(bare)
    else:
        answer = candidate.sentence.text[start:end]
        titled = start > 0 and answer[:1].isupper()  # 'A Winter at the North Cape'
        bare = answer if titled else ARTICLE.sub("", answer)
        if is_accepted(bare, candidate):
            start = end - len(bare)
    return start, end


def is_good(
    text: str,
    answer: str,
    candidate: Candidate,
    setting: Setting,
    alone: bool = False,
    longest: int = LONGEST,
) -> bool:
    """Tell whether the sentence with its mark stands alone and does not tell the answer.

    `alone` is one that needs no name beside what the title tells.
    """
    rest = text.replace(MARK, "_")
    length = len(text) + len(answer) - 1
    if not SHORTEST <= length <= longest or DANGLING.match(text) or is_garbled(rest):
        return False
    named = names_something(rest, setting) or (
        is_about_a_name(candidate.clause) and not text.startswith(MARK)
    )
    if is_event(candidate) and not (named or alone):
        return False
    if DAY.search(rest) or any(word in HEDGES for word in rest.split()):
        return False
    pointing = POINTING_IN_NOTICES if setting.notice else POINTING
    if pointing.search(rest) or WEEKDAY.search(rest):
        return False
    if RELATIVE_TIME.search(TIMED.sub("", rest)):
        return False
    if any(c in candidate.sentence.text for c in "{}"):
        return False
    told = [answer, *(item[0] for item in candidate.items)]
    if candidate.names is not Kind.NUMBER and any(has_words(t, rest) for t in told):
        return False
    if candidate.names is Kind.DATE and not re.search(r"\d", answer):
        return False
    return candidate.kind != "participant" or bool(OPENING.match(text))


def is_about_a_name(clause: Clause | None) -> bool:
    """Tell 'Rochester grew quickly', whose only name opens the sentence."""
    subject = clause.subject if clause else None
    return subject is not None and subject.head.tag_ in {"NNP", "NNPS"}


def is_accepted(answer: str, candidate: Candidate) -> bool:
    """Tell whether the words fill the gap as the answer: a list with all its members."""
    if candidate.answer is AnswerKind.LIST:
        inside = [any(plain(v) in plain(answer) for v in i) for i in candidate.items]
        told = " ".join(v for item in candidate.items for v in item)
        named = LINKS | set(WORD.findall(told.lower()))  # not 'Station' of 'Station 4'
        whole = set(WORD.findall(answer.lower())) <= named
        return all(inside) and whole and len(answer.split()) <= LONGEST_LIST
    clauses = candidate.part in {"reason", "aim", "condition", "change"}
    if len(answer.split()) > (LONGEST_REASON if clauses else LONGEST_GAP):
        return False
    return plain(answer) in {plain(text) for text in candidate.accepted}


def gap_prompt(candidate: Candidate) -> str:
    """Return the question that stands above a cloze which has no prompt of its own."""
    if candidate.names is Kind.NUMBER:
        return "Which number belongs in the gap?"
    if candidate.names is Kind.DATE:
        return "Which date belongs in the gap?"
    return "Which name belongs in the gap?" if candidate.names is not Kind.THING else PROMPT


def statement(clause: Clause, start: int, end: int, setting: Setting) -> str:
    """Return the clause as a sentence with a mark for its characters start to end."""
    words_said = set(clause.subject.words if clause.subject else ())
    for piece in clause.pieces:
        words_said |= set(piece.words)
    voice = Voice(clause, setting, gap=(start, end))
    pieces = [p for p in clause.pieces if not p.loose or holds(p, start, end) or is_when(p)]
    pieces = [p for p in pieces if holds(p, start, end) or not is_side_clause(p)]
    late = clause.subject is not None and clause.subject.head.i > clause.verb.i
    fronts = [p for p in pieces if p.front and not late]
    slow = [p for p in fronts if len(p.words) > LONGEST_FRONT and not is_time(p)]
    pieces = [p for p in pieces if p not in slow or holds(p, start, end)]
    fronts = [p for p in fronts if p in pieces]
    group = clause.group
    verbs = [*group.aux[:1], *group.middle, *group.aux[1:], group.main]
    try:
        said = [said_piece(voice, p) for p in fronts]
        subject = voice.say(clause.subject.words) if clause.subject else ""
        rest = [said_piece(voice, p) for p in pieces if p not in fronts]
        source = source_of(voice)
    except Unresolved:
        return ""
    opening = "".join(f"{text}, " for text in said if text)
    text = tidy(f"{source}{opening}{' '.join(p for p in [subject, *verbs, *rest] if p)}")
    if text.count(MARK) != 1 or (voice.bare and not names_something(text, setting)):
        return ""
    return text[:1].upper() + text[1:] + "."


def is_when(piece: Piece) -> bool:
    """Tell ', in 1806,' from ', their lowest price in six years'."""
    return is_time(piece) and len(piece.words) <= LONGEST_FRONT


def names_something(text: str, setting: Setting) -> bool:
    """Tell whether some name anchors the words: 'the plan of the Erie Canal'."""
    if setting.topic and setting.topic.lower() in text.lower():
        return True
    text = CALENDAR.sub("", text)
    return bool(re.search(r"(?<=[a-z,] )[A-Z]\w+", text)) or bool(
        re.match(r"(?:The )?(?:[A-Z]\w+ )+[A-Z]\w+", text)
    )


def holds(piece: Piece, start: int, end: int) -> bool:
    doc = piece.head.doc
    return any(start <= doc[n].idx < end for n in piece.words)
