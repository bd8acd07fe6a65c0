"""The fact with a gap: its clause as a sentence that shows the answer nowhere else."""

import re
from collections.abc import Hashable
from dataclasses import replace
from functools import lru_cache

from quiz.core.questions import GAP, AnswerKind, plain
from quiz.language.korean.announcements import stated_plainly
from quiz.language.korean.beside_gaps import is_badly_gapped
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause, clauses
from quiz.language.korean.context import referent
from quiz.language.korean.gap_bounds import end_of_gap
from quiz.language.korean.gap_dates import with_one_year, words_in_gap
from quiz.language.korean.gap_rules import (
    LONGEST,
    SAID_BEFORE,
    is_fit_for_gap,
    is_good,
    is_one_of_several,
)
from quiz.language.korean.gate import is_worked_out
from quiz.language.korean.josa import attach, fitting
from quiz.language.korean.left_out_subjects import left_out_subject
from quiz.language.korean.mentions import read_phrase
from quiz.language.korean.moments import resolve
from quiz.language.korean.morphology import SILENT_TAGS, Part, Sentence, Word
from quiz.language.korean.phrases import SEVERAL_PASSES, is_copular, phrases
from quiz.language.korean.pieces import DISCOURSE, Setting, adds_to_another, goes_on
from quiz.language.korean.prompts import tidy
from quiz.language.korean.short_names import full_of
from quiz.language.korean.statements import (
    COMFORTABLE,
    MARK,
    PLAIN,
    pieces_told,
    readable_pieces,
    statement,
)
from quiz.language.korean.trivia import adds_up
from quiz.language.korean.untold_doers import lacks_its_doer
from quiz.language.korean.whose import PARTS, can_act, real_topic
from quiz.language.korean.wordlists import SPORTS_ROLES, Kind

# What is asked for, and how: "빈칸에 들어갈 인물은 누구인가?"
ASKED = {
    Kind.PERSON: ("인물", "누구"),
    Kind.COMPANY: ("회사", "어디"),
    Kind.BODY: ("기관", "어디"),
    Kind.COUNTRY: ("나라", "어디"),
    Kind.CITY: ("도시", "어디"),
    Kind.PLACE: ("장소", "어디"),
    Kind.WORK: ("작품", "무엇"),
    Kind.NUMBER: ("수치", "얼마"),
    Kind.DATE: ("때", "언제"),
}
ORDINAL = re.compile(r"(?:번|호|위|회|등급|세기|층|단계|번째|라운드|분기)$")
ANYTHING = ("말", "무엇")


def cloze_prompt(candidate: Candidate) -> str:
    """Return the line over a cloze that has no other prompt."""
    noun, wh = ASKED.get(candidate.names, ANYTHING)
    loosely = candidate.kind == "gap" and candidate.names is Kind.PLACE
    if candidate.answer is AnswerKind.LIST or loosely or is_ordinal(candidate):
        noun, wh = ANYTHING
    elif candidate.names is Kind.DATE and re.fullmatch(
        r"(?:기원전 )?\d{1,4}년", candidate.accepted[0]
    ):
        noun, wh = "연도", "언제"
    return f"다음 문장의 빈칸에 들어갈 {attach(noun, '은')} {wh}인가?"


def is_ordinal(candidate: Candidate) -> bool:
    """Tell '48번' and '3위': a number, but no amount."""
    return candidate.names is Kind.NUMBER and bool(ORDINAL.search(candidate.accepted[0]))


def cloze_of(candidate: Candidate, setting: Setting) -> str:
    """Return a short sentence with the answer in {{ }}, or "" where none is safe."""
    known = clozes_of(candidate.sentence)
    asked = told_by_gap(candidate)
    if asked not in known:
        known[asked] = new_cloze(candidate, setting)
    return known[asked]


def told_by_gap(candidate: Candidate) -> Hashable:
    """Return what a cloze depends on: not the prompt, nor the weight."""
    c = candidate
    return (c.kind, c.start, c.end, c.accepted, c.names, c.answer, c.items, c.part, c.also)


def with_head_alone(candidate: Candidate) -> Candidate:
    """Accept 고아원 for '절에서 운영하는 고아원': a gap asks for no more."""
    told = tightly(candidate)
    if told == candidate:
        return candidate
    head = told.sentence.text[told.start : told.end]
    others = [text for text in candidate.accepted if text != head]
    last = candidate.prompt and not says_role(candidate, head)
    shown_first = [*others, head] if last else [head, *others]
    return replace(candidate, accepted=tuple(shown_first))


def says_role(candidate: Candidate, head: str) -> bool:
    """Tell '문인 공치규' and '미들 블로커 주하람': of a person the name is enough."""
    told = candidate.accepted[0] if candidate.accepted else ""
    role = told.removesuffix(f" {head}")
    person = candidate.names is Kind.PERSON and role not in {"", told}
    return person and ROLE.search(role) is not None


# The tagger takes the 루셔스 of '루셔스 클레이' for a common noun.
ROLE = re.compile(
    r"(?:[사자가원장관인수왕공후감찬신생의민모녀]|형|아우|선발|피벗|백|블로커|리베로|세터|센터|가드|포워드|키퍼|윙)$"
)


def tightly(candidate: Candidate) -> Candidate:
    """Return it with the bounds of the words that are worth filling in."""
    if (
        candidate.answer is AnswerKind.WORDS
        and (end := end_of_gap(candidate)) != candidate.end
    ):
        candidate = replace(candidate, end=end)
    start = head_start(candidate)
    return candidate if start == candidate.start else replace(candidate, start=start)


def head_start(candidate: Candidate) -> int:
    """Return where the answer's noun begins, after the verbs that describe it."""
    if candidate.answer is not AnswerKind.WORDS:
        return candidate.start
    words = candidate.sentence.words
    inside = [
        n
        for n, word in enumerate(words)
        if candidate.start <= word.start and word.end < candidate.end and not word.quoted
    ]
    for number in reversed(inside):
        described = words[number].part is Part.ADNOMINAL and not is_copular(words[number])
        name = words[number + 1 : inside[-1] + 2]
        owned = words[number].josa == "의" and any("NNP" in w.tags() for w in name)
        role = candidate.names is not Kind.PERSON or ROLE.search(words[number].core)
        says_what = role and all(says_what_name_is(words[number], part) for part in name)
        if described or owned or says_what:
            start = words[number + 1].start
            head = candidate.sentence.text[start : candidate.end]
            told = head in cloze_prompt(candidate)  # '문장'
            return candidate.start if told or len(head) < FEWEST_LETTERS else start
    return candidate.start


def says_what_name_is(word: Word, name: Word) -> bool:
    """Tell 외륜선 of '외륜선 그레이트 웨스턴호' and 벼슬 of '벼슬 대부경'."""
    if word.core[-1:] in PLACE_ENDS and word.core not in CAPITALS:
        return False  # '가사문학면 지곡리'
    kinds = {m.tag for m in word.morphs}
    named = {m.tag for m in name.morphs if m.tag not in SILENT_TAGS}
    if word.is_bare and word.core in KNOWN_BEFORE:
        return bool(named & {"NNP", "SL"})
    return word.is_bare and kinds == {"NNG"} and "NNP" in named and not named & {"NNG"}


def new_cloze(candidate: Candidate, setting: Setting) -> str:
    sentence = candidate.sentence
    candidate = tightly(candidate)
    answer = sentence.text[candidate.start : candidate.end]
    if not is_fit_for_gap(candidate, answer, setting):
        return ""
    reading = reading_for_clozes(sentence, setting)
    text = told_alone(candidate, reading) or told_whole(candidate, reading)
    if not text:
        return ""
    answer = words_in_gap(candidate, answer)
    gap = stated_plainly(text.replace(MARK, "{{" + answer + "}}"))
    gap = with_one_year(gap, candidate, answer)
    gap = TOLD_TO_BE.sub("다.", YEARS_LATER.sub("", gap))
    if SPOKEN.search(gap) or DENIED.search(gap) or is_badly_gapped(gap):
        return ""  # who said it, or what he is: asked of the words themselves
    if is_sum(answer, gap):
        gap = without_change(gap)
    return "" if is_sum(answer, gap) else gap


def is_sum(answer: str, gap: str) -> bool:
    """Tell a figure that the others in sight give."""
    return adds_up(answer, GAP.sub("", gap)) or is_worked_out(GAP.sub(asked_figure, gap))


def without_change(gap: str) -> str:
    """'1,450원에서 {{1,600원}}으로 150원 오른다': the rise gives the figure away."""
    if not CHANGED_FROM.search(gap):
        return gap
    front, closing, after = gap.partition("}}")
    return front + closing + CHANGE.sub("", after, count=1)


CHANGED_FROM = re.compile(r"(?:\}\}|\d[^ ]*)에서 ")
CHANGE = re.compile(
    r"(?<= )\d[\d,.만천억 ]*(?:원|%p?|명|개|건|대|곳|세|년|분|kg|톤|t|호|가구|마리)"
    r"(?:가량|쯤|이나|나)?(?:이|가)? (?=줄|늘|오르|오른|올라|올랐|내리|내렸|감소|증가|상승|"
    r"하락|떨어|연장|단축|인상|인하)"
)
AMOUNT = re.compile(r"^[\d,.만천억 ]+")


def asked_figure(gap: re.Match[str]) -> str:
    """Return a gap as a prompt asks it: {{2.5배}} -> 몇 배."""
    return AMOUNT.sub("몇 ", gap[1])


@lru_cache(maxsize=SEVERAL_PASSES)
def clauses_of(sentence: Sentence) -> list[Clause]:
    return clauses(sentence)


@lru_cache(maxsize=SEVERAL_PASSES)
def reading_for_clozes(sentence: Sentence, setting: Setting) -> Reading:
    """Return the sentence read for clozes alone: their words are other than a prompt's."""
    return Reading(sentence, clauses_of(sentence), setting)


@lru_cache(maxsize=SEVERAL_PASSES)
def clozes_of(sentence: Sentence) -> dict[Hashable, str]:
    """Return where the sentence's clozes are kept: one is looked at again and again."""
    return {}


def forget() -> None:
    """Let the sentences of the last article go."""
    clozes_of.cache_clear()
    clauses_of.cache_clear()
    reading_for_clozes.cache_clear()


FEWEST_LETTERS = 2
PLACE_ENDS = frozenset("시군구읍면도주")
CAPITALS = frozenset({"수도", "주도", "항구도시", "고도"})
# Whatever the tagger takes them for, they only say what the name after them is.
KNOWN_BEFORE = SPORTS_ROLES | {"종소명", "속명", "학명"}
TOLD_TO_BE = re.compile(r"다는 것이(?:다|었다)\.$")  # '올랐다는 것이다'
YEARS_LATER = re.compile(r"\d+년 (?:뒤|후|만)인 (?=\{\{|\d)")  # it gives the year away
DENIED = re.compile(r"\}\}(?:에|에서|에는|에서는)? [^.]{0,12}지 않")
SPOKEN = re.compile(r"[“\"][^“”\"{}]{12,}[”\"]")


def can_be_told(clause: Clause, setting: Setting) -> bool:
    """Tell whether a gap in the clause may have a cloze: without asking for each gap."""
    reading = reading_for_clozes(clause.sentence, setting)
    if pieces_told(clause, reading):
        return True
    short = len(clause.sentence.text) <= LONGEST
    return short and bool(readable_pieces(reading.clauses[0], reading))


def told_alone(candidate: Candidate, reading: Reading) -> str:
    """Return the clause that holds the answer as a sentence, with a mark for the answer."""
    start, end = candidate.start, candidate.end
    words = candidate.sentence.words
    for clause in reading.clauses:
        if not words[clause.body[0]].start <= start < end <= words[clause.body[-1]].end:
            continue
        if is_one_of_several(candidate, clause):
            return ""
        text = statement(clause, start, end, reading)
        return text if is_good(text, candidate) else ""
    return ""


def told_whole(candidate: Candidate, reading: Reading) -> str:
    """Return the whole sentence with a mark where it is short and names something."""
    sentence, setting = candidate.sentence, reading.setting
    if len(sentence.text) > LONGEST or not names_something(candidate, setting):
        return ""
    found = clauses_of(sentence)
    if not found or not readable_pieces(found[0], reading):
        return ""
    text = standing_alone(sentence, candidate, setting)
    nobody = acts(found[0]) and lacks_its_doer(found)
    if nobody and not with_subject_in_front(text, found[0], setting):
        return ""
    if not any(real_topic(c) for c in found):
        told = with_subject_in_front(text, found[0], setting)
        enough = says_enough(candidate, setting, long=len(text) > COMFORTABLE)
        text = told or (text if enough else "")
    elif len(found) > 1 and not real_topic(found[0]):
        text = with_subject_in_front(text, found[0], setting) or text
    text = with_owner_in_front(text, sentence, setting)
    text = tidy(resolve(text, setting.calendar, setting.context.year, setting.context.day))
    return text if PLAIN.search(text) and is_good(text, candidate, whole=True) else ""


def with_subject_in_front(text: str, first: Clause, setting: Setting) -> str:
    """Say whom a sentence without a subject tells of, or return ""."""
    subject = left_out_subject(first, setting)
    if not text or not subject or subject in text or len(text) > COMFORTABLE:
        return ""  # so long a sentence has more than one subject
    if acts(first) and not can_act(subject, first, setting):
        return ""  # '1981년 다섯 마리를 모두 포획하였다' under a bird's name
    told = OPENS_TOPICAL.sub(r"\1 ", text)  # behind a topic '1월에는' is '1월에'
    return f"{subject}{fitting(subject, '은')} {told}"


def with_owner_in_front(text: str, sentence: Sentence, setting: Setting) -> str:
    """Say whose '본관은 ...' and of what '종소명은 ...' is; "" where that isn't sure."""
    first, context = sentence.words[0], setting.context
    if not text.startswith(first.text) or not (first.is_topic or first.is_subject):
        return text
    if first.core not in PARTS and first.core not in OWN:
        return text
    subject = context.subject
    if not subject:
        return text if context.event or context.scope or context.notice else ""
    if subject in text:
        return text
    return f"{subject}의 {text}" if context.topic in {"", subject} else ""


OWN = frozenset({"본관", "자", "호", "본명", "아명", "고향", "시호", "묘호"})


def says_enough(candidate: Candidate, setting: Setting, *, long: bool) -> bool:
    """Tell whether a sentence without a clear subject stands alone: names tell of what.

    What was done is told without its doer, not what it was done to; nor in a long one.
    """
    first = clauses_of(candidate.sentence)[0]
    words = candidate.sentence.words
    beside = [w for w in words if w.end <= candidate.start or candidate.end <= w.start]
    named = [w for w in beside if setting.names.is_proper(w.core) and not w.quoted]
    opening = (
        named if acts(first) else [w for w in named if w.start < words[first.body[-1]].end]
    )
    if any(w.is_subject or w.is_topic or w.josa == "도" for w in opening):
        return not long or opens_with_subject(words)
    return not long and acts(first) and len({w.core for w in named}) >= ENOUGH


def opens_with_subject(words: tuple[Word, ...]) -> bool:
    """Tell whether the sentence's first subject comes before all of its verbs."""
    for word in words:
        if word.is_subject or word.is_topic:
            return True
        if word.has_verb:
            return False
    return False


def acts(clause: Clause) -> bool:
    """Tell whether somebody does something to what the clause names."""
    return not clause.predicate_is_passive and any(
        clause.word(n).is_object for n in clause.body
    )


ENOUGH = 2  # names beside the answer
OPENS_TOPICAL = re.compile(r"^((?:[^ ]+ ){0,2}?[^ ]+에(?:서)?)는 ")


def names_something(candidate: Candidate, setting: Setting) -> bool:
    """Tell whether the sentence names anything beside the answer."""
    sentence = candidate.sentence
    return any(
        setting.names.is_proper(mention.name)
        for phrase in phrases(sentence)
        if not phrase.is_time
        for mention in [read_phrase(sentence, phrase)]
        if mention.end <= candidate.start or candidate.end <= mention.start
    )


def standing_alone(sentence: Sentence, candidate: Candidate, setting: Setting) -> str:
    """Return the sentence with a gap, its pronouns replaced, its 한편 and 또한 gone."""
    out: list[str] = []
    last = 0
    words = sentence.words
    for number, word in enumerate(words):
        if number == 0 and word.text.rstrip(",") in DISCOURSE:
            last = word.end
            continue
        if goes_on(words, number):
            out.append(part(sentence.text, last, word.start, candidate))
            last = word.end + 1
            continue
        if word.start < candidate.end and word.end > candidate.start:
            continue
        if adds_to_another(word, number, words):
            out.append(word.core + fitting(word.core, "은"))
            last = word.end
            continue
        following = words[number + 1].core if number + 1 < len(words) else ""
        if word.text in {"이", "그"} and following in {"가운데", "중"}:
            if sentence.text.find(", ", SAID_BEFORE, word.start + 1) > 0:
                continue
            return ""  # of those that the sentence before told
        meant = referent(word, following, setting.context, setting.names)
        if meant is None:
            before = words[number - 1] if number else None
            meant = full_of(word, before, sentence.text, setting.context.bodies) or None
        if meant is None:
            continue
        if not meant and sentence.text.find(", ", SAID_BEFORE, word.start + 1) > 0:
            continue  # '..., 그 값을 몇 배로': the sentence itself says whose
        if not meant or plain(meant) == plain(
            candidate.accepted[0] if candidate.accepted else ""
        ):
            return ""
        if not (candidate.end <= word.start or word.end <= candidate.start):
            return ""
        end = word.end if word.josa else words[number + 1].end
        josa = word.josa or words[number + 1].josa
        if (
            number + 1 < len(words)
            and not word.josa
            and words[number + 1].end > candidate.start >= words[number + 1].start
        ):
            return ""
        out += [
            part(sentence.text, last, word.start, candidate),
            meant + fitting(meant, josa),
        ]
        last = end
    out.append(part(sentence.text, last, len(sentence.text), candidate))
    return "".join(out).strip()


def part(text: str, start: int, end: int, candidate: Candidate) -> str:
    if start <= candidate.start and candidate.end <= end:
        return text[start : candidate.start] + MARK + text[candidate.end : end]
    return text[start:end]
