"""When it happened: a full date, a month or a year."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.core.questions import AnswerKind
from quiz.language.korean.arguments import pieces_or_none, says_who, subject_text
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause, takes_arguments
from quiz.language.korean.facts.naming import word_range
from quiz.language.korean.josa import attach, fitting
from quiz.language.korean.mentions import read_phrase
from quiz.language.korean.moments import resolve
from quiz.language.korean.morphology import Part
from quiz.language.korean.phrases import Phrase, is_copular, phrases
from quiz.language.korean.pieces import Piece
from quiz.language.korean.prompts import cleft, finish, in_place
from quiz.language.korean.wordlists import Kind

DATE = re.compile(
    r"^(?:(?:기원전|서기) \d{1,4}|\d{3,4})년(?: \d{1,2}월(?: \d{1,2}일)?)?(?: ?(?:초|"
    r"말|경|무렵|쯤))?$"
    r"|^(?:기원전 )?\d{1,2}세기(?: ?(?:초|중반|후반|말|초반|중엽))?$|"
    r"^\d{4}년대(?: ?(?:초|중반|후반|말|초반))?$"
)
YEAR_ONLY = re.compile(r"^(?:기원전 |서기 )?\d{1,4}년$")
MOMENT = r"(?:\d{3,4}년 ?)?(?:\d{1,2}월 ?)?(?:\d{1,2}일|\d{1,2}월|\d{4}년)"
RANGE = re.compile(rf"{MOMENT}부터 {MOMENT}까지")
PART_OF_YEAR = re.compile(r"^(?:\d|상반기|하반기|초|말|봄|여름|가을|겨울)")
MONTH_FIRST = re.compile(r"^\d{1,2}월")


def find(reading: Reading) -> Iterator[Candidate]:
    yield from ranges(reading)
    for clause in reading.clauses:
        inside = set(clause.body)
        for phrase in phrases(clause.sentence):
            if phrase.is_time and phrase.first in inside:
                yield from asked(clause, phrase, reading)


def ranges(reading: Reading) -> Iterator[Candidate]:
    """'신청 기간은 2월 3일부터 12월 31일까지이다' -> '언제부터 언제까지인가?'."""
    for clause in reading.clauses:
        words = clause.sentence.words
        start, end = words[clause.body[0]].start, words[clause.body[-1]].end
        match = RANGE.search(clause.sentence.text, start, end)
        if match is None or clause.predicate is None:
            continue
        pieces = pieces_or_none(clause, reading)
        if pieces is None or not says_who(subject_text(pieces, clause), reading):
            continue
        first, last = word_range(clause, match.start(), match.end())
        if last == clause.body[-1]:
            front = [p.text for p in pieces if p.number < first]
            prompt = finish([*front, "언제부터 언제까지인가"], reading.setting) + "?"
        else:
            prompt = in_place(
                clause, pieces, (first, last), "언제부터 언제까지", reading.setting, ""
            )
        date = resolve(match[0], reading.setting.calendar, reading.setting.context.year)
        yield Candidate(
            "date", clause.sentence, match.start(), match.end(), prompt,
            tuple(dict.fromkeys((date, match[0]))), Kind.DATE, weight=73, part="range",
        )  # fmt: skip


def asked(clause: Clause, phrase: Phrase, reading: Reading) -> Iterator[Candidate]:
    word = clause.sentence.words[phrase.last]
    following = clause.sentence.words[phrase.last + 1 : phrase.last + 2]
    if word.josa == "의" or (
        following
        and following[0].text.rstrip(",") in {"이어", "비해", "걸쳐", "이후", "이래"}
    ):
        return
    before = clause.sentence.words[phrase.first - 1 : phrase.first]
    if before and before[0].part is Part.ADNOMINAL:
        return  # '열네 살이 되던 1819년': the date has a modifier of its own
    if not word.josa and following and PART_OF_YEAR.match(following[0].text):
        return  # '올해 3분기': not the year alone
    if not word.josa and not re.search(r"\d", phrase.text):
        return  # '내년 대회 출전권을': the year of what is not sure
    core = date_core(phrase.text)
    if before and before[0].text in {"지난", "오는"} and MONTH_FIRST.match(core):
        core = f"{before[0].text} {core}"
        phrase = replace(phrase, first=phrase.first - 1, start=before[0].start, text=core)
    date = resolve(core, reading.setting.calendar, reading.setting.context.year)
    if word.josa in {"이나", "을", "를", "이", "가", "만", "만에"} and "월" not in date:
        return  # '100년이나': how long, not when
    if not DATE.match(date) or ("년" not in date and "세기" not in date):
        return
    end = phrase.start + len(core)
    if relative := relative_dating(clause, phrase, date, reading):
        yield made(reading, phrase.start, end, date, core, relative)
        return
    predicate = clause.predicate
    if predicate is None or predicate.is_adjective or not attaches_to_main(clause, phrase):
        return
    pieces = pieces_or_none(clause, reading)
    if pieces is None:
        return
    if not says_who(subject_text(pieces, clause), reading):
        reading.rejected["no-subject"] += 1
        return
    prompt = question(clause, phrase, pieces, date, reading)
    yield made(reading, phrase.start, end, date, core, prompt)


def unit_of(date: str) -> str:
    if YEAR_ONLY.match(date):
        return "해"
    return "날" if date.endswith("일") else "때"


def date_core(text: str) -> str:
    return re.sub(r"(?:부터|까지|에)$", "", text.strip())


def attaches_to_main(clause: Clause, phrase: Phrase) -> bool:
    """Tell whether the date belongs to the clause's predicate, not to a verb inside."""
    words = clause.sentence.words
    if words[phrase.last].josa == "에는":
        return True
    later = [n for n in clause.body if n > phrase.last]
    for number in later[:-1]:
        word = words[number]
        if word.is_topic:
            return True
        if takes_arguments(word, subject=False):
            return False
    return True


def question(
    clause: Clause, phrase: Phrase, pieces: list[Piece], date: str, reading: Reading
) -> str:
    josa = clause.sentence.words[phrase.last].josa
    text = phrase.text
    span = (phrase.first, phrase.last)
    if josa in {"부터", "까지"} or text.endswith(("부터", "까지")):
        return in_place(clause, pieces, span, "언제", reading.setting, josa or text[-2:])
    if clause.predicate is not None and clause.predicate.is_copula:
        return ""
    dropped = set(range(phrase.first, phrase.last + 1))
    noun = unit_of(date)
    return cleft(clause, pieces, dropped, noun, "언제", reading.setting)


def relative_dating(clause: Clause, phrase: Phrase, date: str, reading: Reading) -> str:
    """'2017년 설립된 다모위안은' -> '다모위안이 설립된 해는 언제인가?'."""
    words = clause.sentence.words
    number = phrase.last + 1
    if words[phrase.last].josa in {"부터", "까지", "에는"}:
        return ""
    middle: list[str] = []
    while number < len(words) and words[number].part is not Part.ADNOMINAL:
        word = words[number]
        if word.is_topic or word.is_subject or word.part in {Part.CONNECTIVE, Part.FINAL}:
            return ""
        if re.search(r"\d(?:년|월|일|세기)", word.text):
            return ""
        middle.append(word.text)
        number += 1
    if number + 1 >= len(words) or len(middle) > 4 or is_copular(words[number]):
        return ""
    if any(m.tag == "XSV" and m.form == "하" for m in words[number].morphs):
        return ""  # '6월 발행한 사채': somebody issued it
    for follower in phrases(clause.sentence):
        if follower.first != number + 1:
            continue
        mention = read_phrase(clause.sentence, follower)
        if not reading.setting.names.is_proper(mention.name) or re.search(
            r"\d+여? ?\S", mention.name
        ):
            return ""
        if words[follower.last].quoted:
            return ""
        subject = mention.name + fitting(mention.name, "이")
        noun = unit_of(date)
        text = finish([subject, *middle, words[number].text], reading.setting)
        return f"{text} {attach(noun, '은')} 언제인가?"
    return ""


def made(
    reading: Reading, start: int, end: int, date: str, surface: str, prompt: str
) -> Candidate:
    return Candidate(
        "date",
        reading.sentence,
        start,
        end,
        prompt,
        tuple(dict.fromkeys((date, surface))),
        Kind.DATE,
        AnswerKind.DATE,
        weight=72,
    )
