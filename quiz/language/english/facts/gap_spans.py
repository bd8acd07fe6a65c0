"""Which words of a sentence can be a gap: names, numbers, dates and telling nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.core.questions import AnswerKind
from quiz.language.english.candidates import Reading
from quiz.language.english.descriptions import LOOSE
from quiz.language.english.facts.answers import name_answer
from quiz.language.english.facts.enumerations import (
    end_of,
    is_mixed,
    member_text,
    members_of,
    others,
    start_of,
)
from quiz.language.english.facts.noun_spans import noun_phrases
from quiz.language.english.facts.phrase_spans import phrases_in
from quiz.language.english.gate import is_told_beside, with_half
from quiz.language.english.moments import (
    CENTURY,
    DAY_MONTH,
    DECADE,
    FULL_YEAR,
    MONTH_DAY,
    MONTH_YEAR,
    read_moment,
)
from quiz.language.english.names import Name, is_name_word, name_spans, text_of
from quiz.language.english.phrases import is_cut_off
from quiz.language.english.whole_names import end_with_region, work_at
from quiz.language.english.wordlists import (
    MONTHS,
    NUMERALS,
    TIME_UNITS,
    TITLES,
    UNITS,
    VAGUE,
    Kind,
    words,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

DATES = (DAY_MONTH, MONTH_DAY, MONTH_YEAR, FULL_YEAR, DECADE, CENTURY)
IN_YEAR = {"in", "since", "until", "by", "from", "of", "between", "and", "to", "around",
           "about", "before", "after", "early", "late", "for", "during", "mid", "-", "or",
           "through", "–", "as"}  # fmt: skip
SIGNS = {"$", "£", "€", "¥", "₩"}
ROLES = {"dobj", "attr", "pobj", "nsubj", "nsubjpass", "conj", "appos", "oprd", "compound"}
NAME_ROLES = ROLES - {"compound"} | {"poss", "npadvmod", "ROOT", "dative", "dep"}
MILLIONS = {"m", "bn", "tn", "k"}
PER = re.compile(r" (?:per|an?) \w+")
FIGURE = r"(\d[\d,.]*\d|\d)"
RANGE = re.compile(
    rf"(?<![\w.,–-]){FIGURE}[-–]{FIGURE}(?= ?(?:%|°|[a-z]))"
    r"(?! (?:win|defeat|draw|loss|to|in|on)\b)"  # 'a 2-1 win'
)
OF_NAME = re.compile(
    r" of (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*(?! (?:of|and|or) [A-Z])"
)
BELOW_ZERO = re.compile(r"(?<![\w.,°–-])(?<!\d )[−-]\d[\d.,]*(?<=\d)(?: ?°? ?[CFK]\b| ?°)?")
MOST_WORDS = 3
FEWEST_MEMBERS, MOST_MEMBERS = 2, 5
LISTED = {"dobj", "attr", "pobj", "nsubj", "nsubjpass"}
# 'federal funds', 'nuclear power': the adjective tells which kind.
CLASSING = re.compile(
    r"(?<!soci)(?<!re)(?:al|ic|ary|ar|ine|ous|oid|ate|ified|ish|ese|ian)$|^[a-z]+-[a-z]+$"
)
UNCLASSING = words(
    """
special normal several general final original local natural usual total real famous
various previous serious dangerous enormous obvious important typical basic public
dramatic similar popular regular particular necessary ordinary primary great individual
additional traditional essential actual annual former
"""
)
# Too general for a gap: many others would fit as well.
GENERAL = VAGUE | LOOSE | words(
    """
amount level rate size form type area kind range variety group sort degree piece bit
idea view aim goal effect change increase rise fall role problem question answer issue
matter fact truth detail step stage process method approach system work job task effort
attempt chance hope need use effect interest support help basis centre center top bottom
front middle edge total average sum figure value term terms means order sense success
failure difference addition course hand moment evening morning night today century
decade age period lifetime career life death birth event events member members man men
woman women child children others visitor visitors person people city town village
country nation region state world place area district
north south east west left right instance charge light ground memory account behalf
favour favor spite purpose sight ease hand half quarter quarters third thirds fifth fifths
call
twenties thirties forties fifties sixties seventies eighties nineties teens childhood
"""
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """Words that can be left out; `sort` is name, number, date or term."""

    sort: str
    start: int  # clean characters
    end: int
    kind: Kind
    accepted: tuple[str, ...]
    head: Token
    answer: AnswerKind = AnswerKind.WORDS
    items: tuple[tuple[str, ...], ...] = ()


def spans_of(reading: Reading) -> Iterator[Span]:
    """Yield the words of the sentence that may be gaps, the most telling first."""
    yield from lists_in(reading)
    taken: list[tuple[int, int]] = []
    for sort, first, last, head in phrases_in(reading):
        start, end = first.idx, last.idx + len(last.text)
        text = reading.sentence.text[start:end]
        yield Span(sort, start, end, Kind.THING, (text,), head)
    yield from wide_terms(reading)
    for find in (below_zero, names_in, dates_in, numbers_in, ranges_in, terms_in):
        for span in find(reading):
            if any(span.start < end and start < span.end for start, end in taken):
                continue
            taken.append((span.start, span.end))
            if span.head.i not in reading.sentence.speech:
                yield span


def wide_terms(reading: Reading) -> Iterator[Span]:
    """Yield 'rising costs of production': a noun with all that belongs to it."""
    text = reading.sentence.text
    for first, last, head in noun_phrases(reading):
        start, end = first.idx, last.idx + len(last.text)
        shown = text[start:end]
        if first.i == 0 and not shown[1:2].isupper() and first.tag_ not in {"NNP", "NNPS"}:
            shown = shown[:1].lower() + shown[1:]
        if first_of_term(head).i != first.i or last.i != head.i:
            yield Span("phrase", start, end, Kind.THING, (shown,), head)


def lists_in(reading: Reading) -> Iterator[Span]:
    """Yield 'boats and caravans': all members together are one gap."""
    for head in reading.sentence.doc:
        if head.dep_ not in LISTED or head.i in reading.sentence.speech:
            continue
        members = members_of(head)
        if not FEWEST_MEMBERS <= len(members) <= MOST_MEMBERS:
            continue
        texts = [member_text(m, reading) for m in members]
        if not all(t and len(t.split()) <= MOST_WORDS + 1 for t in texts):
            continue
        if any(re.search(r"\d", t) for t in texts) or is_meant(members[0], reading):
            continue
        if is_mixed(members):
            continue
        if (
            members[-1].tag_ in {"NN", "NNS"}
            and members[0].tag_ == "NN"
            and any(t.dep_ == "compound" for t in members[-1].children)
        ):
            continue  # 'roof, wall and floor insulation': parts of three names
        last = reading.sentence.doc[end_of(members[-1])]
        start = reading.sentence.doc[start_of(members[0])]
        start = (
            start.nbor(1) if start.lower_ in {"both", "only", "the", "a", "an"} else start
        )
        yield Span(
            "list", start.idx, last.idx + len(last.text), Kind.THING, (), head,
            AnswerKind.LIST, tuple((t, *others(t)) for t in texts),
        )  # fmt: skip


def names_in(reading: Reading) -> Iterator[Span]:
    sentence, setting = reading.sentence, reading.setting
    for first, last in name_spans(sentence):
        head = sentence.doc[last]
        text = text_of(sentence, first, last)
        kind = setting.names.kind(text)
        adjective = head.tag_ in {"JJ", "VBN"} or kind is Kind.PEOPLE
        role = head.dep_ in NAME_ROLES or is_of_noun(head, sentence.doc[first])
        if adjective or not role or first in setting.unclear:
            continue
        if len(text) < 2 or is_part(
            sentence.text, sentence.doc[first], sentence.doc[last], kind
        ):
            yield from title_of(sentence.text, sentence.doc[first], head)
            continue
        answer = name_answer(Name(text, first, last, kind), reading)
        start, end = sentence.doc[first].idx, sentence.doc[first].idx + len(text)
        if kind is not Kind.PERSON:
            start = with_titles(sentence.doc[first]).idx  # 'Sir Ada Marsh School'
        if (work := work_at(sentence.doc[first], head)) is not None:
            yield span_of_work(sentence.text, *work)
            continue
        end = end_with_region(sentence, head, end, kind)
        whole = sentence.text[start:end]
        accepted = dict.fromkeys([whole, text, *answer.accepted])
        yield Span("name", start, end, kind, tuple(accepted), head)


def title_of(text: str, first: Token, head: Token) -> Iterator[Span]:
    """Yield 'Assistant Keeper of Manuscripts' as one gap."""
    end = head.idx + len(head.text)
    after = OF_NAME.match(text, end)
    before = first.nbor(-1) if first.i else first
    if after is None or is_numbered(head) or before.lower_ in {"of", "in", "and", "or"}:
        return
    whole = text[first.idx : after.end()]
    yield Span("name", first.idx, after.end(), Kind.THING, (whole,), head)


def span_of_work(text: str, first: Token, last: Token) -> Span:
    """Return 'A Winter at the North Cape' as one gap."""
    end = last.idx + len(last.text)
    without = text[first.nbor(1).idx : end]
    return Span("name", first.idx, end, Kind.THING, (text[first.idx : end], without), last)


def with_titles(token: Token) -> Token:
    while token.i > 1 and token.nbor(-1).tag_ == "NNP" and token.nbor(-1).text in TITLES:
        token = token.nbor(-1)
    return token


def is_of_noun(head: Token, first: Token) -> bool:
    """Tell the Luna-25 of 'its Luna-25 probe'."""
    noun = head.head
    before = first.nbor(-1).lower_ if first.i else ""
    joined = head.dep_ in {"compound", "nmod"} and noun.i == head.i + 1
    return (
        joined and noun.tag_ == "NN" and before in {"the", "its", "a", "an", "his", "her"}
    )


def is_part(text: str, first: Token, last: Token, kind: Kind) -> bool:
    """Tell the 'European Capital' and the 'Culture' of one name, and the D.C. of a city."""
    if is_numbered(last) or re.fullmatch(r"(?:[A-Z]\.)+", last.text):
        return True
    if kind in {Kind.PERSON, Kind.CITY, Kind.COUNTRY, Kind.PLACE}:
        return False
    end = last.idx + len(last.text)
    after = re.match(r" (?:of|or|and) [A-Z]", text[end:])
    return bool(after) or bool(re.search(r"[A-Z]\w+ (?:of|in|or) $", text[: first.idx]))


def is_numbered(head: Token) -> bool:
    """Tell the Apollo of 'Apollo 11'."""
    after = head.nbor(1) if head.i + 1 < len(head.doc) else None
    return after is not None and after.tag_ == "CD" and after.dep_ in {"nummod", "appos"}


def dates_in(reading: Reading) -> Iterator[Span]:
    doc, text = reading.sentence.doc, reading.sentence.text
    for pattern in DATES:
        for match in pattern.finditer(text):
            token = next((t for t in doc if t.idx >= match.start()), None)
            if token is None or not is_dated(match, token, pattern):
                continue
            moment = read_moment(match[0], reading.setting.calendar)
            if moment is None:
                continue
            kind = (
                AnswerKind.DATE
                if moment.precision in {"day", "month", "year"}
                else AnswerKind.WORDS
            )
            accepted = dict.fromkeys([match[0], moment.shown, *moment.accepted])
            yield Span("date", match.start(), match.end(), Kind.DATE, tuple(accepted),
                       token, kind)  # fmt: skip


def is_dated(match: re.Match[str], token: Token, pattern: re.Pattern[str]) -> bool:
    """Tell a date with its year from 'on 4 July', and a year from a number."""
    if pattern in {DECADE, CENTURY}:
        return True
    if pattern is not FULL_YEAR:
        return bool(match["year"])
    around = match.string[max(0, match.start() - 1) : match.end() + 1]
    if re.search(r"^[-–]|[-–]$", around):
        return False  # half of '2026–2029'
    before = token.nbor(-1).lower_ if token.i else ""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    counts = after.tag_ in {"NNS", "NN"} and token.ent_type_ != "DATE"
    return before in IN_YEAR | {m.lower() for m in MONTHS} and not counts


def ranges_in(reading: Reading) -> Iterator[Span]:
    """Yield '87-100' of '87-100 cm in length': one gap for both figures."""
    for match in RANGE.finditer(reading.sentence.text):
        if FULL_YEAR.search(match[0]):
            continue
        inside = [t for t in reading.sentence.doc if match.start() <= t.idx < match.end()]
        if not inside or inside[0].i in reading.sentence.speech:
            continue
        ways = [match[0], *(f"{match[1]}{link}{match[2]}" for link in ("-", "–", " to "))]
        yield Span("number", match.start(), match.end(), Kind.NUMBER,
                   tuple(dict.fromkeys(ways)), inside[-1])  # fmt: skip


def below_zero(reading: Reading) -> Iterator[Span]:
    """Yield '−268.9 °C', which the tagger takes for a name."""
    for match in BELOW_ZERO.finditer(reading.sentence.text):
        head = next(t for t in reading.sentence.doc if t.idx >= match.start())
        figure = match[0].replace("−", "-")
        ways = dict.fromkeys([match[0], figure, figure.replace(" ", "")])
        yield Span("number", match.start(), match.end(), Kind.NUMBER, tuple(ways), head)


def numbers_in(reading: Reading) -> Iterator[Span]:
    doc, place = reading.sentence.doc, 0
    while place < len(doc):
        token = doc[place]
        place += 1
        if token.tag_ != "CD" or is_part_of_word(token) or is_day(token):
            continue
        last = token
        while place < len(doc) and doc[place].tag_ == "CD":
            last = doc[place]
            place += 1
        if is_part_of_word(last) or (token is last and not is_counting(token)):
            continue
        if is_told_beside(reading.sentence.text, token.idx, last.idx + len(last.text)):
            continue
        if place < len(doc) and is_cut_off(doc[place]) and doc[place].text in MILLIONS:
            last = doc[place]  # '£1.5m'
        sign = token.i > 0 and doc[token.i - 1].text in SIGNS
        start = doc[token.i - 1].idx if sign else token.idx
        end = with_half(reading.sentence.text, last.idx + len(last.text))
        surface = reading.sentence.text[start:end]
        accepted = [surface.lower() if token.i == 0 else surface]
        after = doc[last.i + 1] if last.i + 1 < len(doc) else last
        if end == last.idx + len(last.text) and (
            after.tag_ in {"NN", "NNS"} or after.text == "%"
        ):
            accepted.append(reading.sentence.text[start : after.idx + len(after.text)])
            if per := PER.match(reading.sentence.text, after.idx + len(after.text)):
                accepted.append(accepted[-1] + per[0])
        yield Span("number", start, end, Kind.NUMBER, tuple(accepted), last,
                   AnswerKind.NUMBER)  # fmt: skip


def is_part_of_word(token: Token) -> bool:
    """Tell the 31 of '31-acre', the 12 of 'B12' and 'Apollo 11', the 6 of '6-3'."""
    doc = token.doc
    before = doc[token.i - 1] if token.i else None
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    joined = {"-", "–", "/", ":", "x", "×", "to"}
    if before is not None and (
        before.text in joined or (before.text[:1].isupper() and is_name_word(before))
    ):
        return True
    return after is not None and (after.text in joined or after.text in {"a.m.", "p.m."})


def is_day(token: Token) -> bool:
    """Tell the 26 of 'October 26' and a year."""
    near = [token.doc[n] for n in (token.i - 1, token.i + 1) if 0 <= n < len(token.doc)]
    if any(t.text in MONTHS for t in near):
        return True
    return bool(re.fullmatch(r"1\d{3}|20\d{2}", token.text)) and (
        token.ent_type_ in {"DATE", ""}
    )


def is_counting(token: Token) -> bool:
    """Tell '46,000' and 'seven' from 'one', which may mean somebody."""
    text = token.lower_
    if token.dep_ in {"nsubj", "nsubjpass"} and not text[:1].isdigit():
        return False  # 'the two disagreed'
    figure = text[:1].isdigit() and text != "1"
    return figure or text in NUMERALS or (token.dep_ == "nummod" and text != "one")


def terms_in(reading: Reading) -> Iterator[Span]:
    found = [t for t in reading.sentence.doc if is_telling(t) and not is_meant(t, reading)]
    for token in sorted(found, key=lambda t: -worth(t)):
        first = first_of_term(token)
        torn = first.i > 0 and not first.nbor(-1).whitespace_ and first.nbor(-1).text == "-"
        if token.i - first.i >= MOST_WORDS or torn:
            continue
        start, end = first.idx, token.idx + len(token.text)
        surface = reading.sentence.text[start:end]
        shown = surface
        if first.i == 0 and not surface[1:2].isupper():
            shown = surface[:1].lower() + surface[1:]
        yield Span("term", start, end, Kind.THING, (shown,), token)


def is_meant(token: Token, reading: Reading) -> bool:
    """Tell a word for which another is said: 'the species' is the northern gannet."""
    return token.i in reading.setting.said or token.i in reading.setting.named


def worth(noun: Token) -> float:
    """Return how telling a noun is: a term of two words, an object, a long word."""
    compound = any(t.dep_ == "compound" for t in noun.children)
    role = {"attr": 2, "oprd": 2, "dobj": 2, "pobj": 1, "conj": 1, "appos": 1}
    owned = any(t.dep_ in {"poss", "nummod"} for t in noun.children)
    return 2 * compound + role.get(noun.dep_, 0) + min(len(noun.text), 12) / 4 - 2 * owned


def is_telling(noun: Token) -> bool:
    """Tell a common noun that names something: 'crystallography', 'textiles'."""
    if noun.tag_ not in {"NN", "NNS"} or noun.dep_ not in ROLES - {"compound"}:
        return False
    if noun.lemma_.lower() in GENERAL or noun.lower_ in GENERAL | UNITS | TIME_UNITS:
        return False
    if noun.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT"} or len(noun.text) < 4:
        return False
    if noun.lower_ == "cent":
        return False
    if noun.dep_ == "conj" and noun.head.pos_ not in {"NOUN", "PROPN"}:
        return False  # 'is thick and traps gas'
    return noun.text.isalpha() and not any(
        t.dep_ == "det" and t.lower_ in {"this", "that", "these", "those", "no", "any"}
        for t in noun.children
    )


def first_of_term(noun: Token) -> Token:
    """Return where 'X-ray crystallography' and 'ancient textiles' begin."""
    doc, first = noun.doc, noun.i
    adjectives = 0
    while first > 0:
        before = doc[first - 1]
        hyphen = before.text == "-" and first > 1
        if before.ent_type_ in {"DATE", "TIME"}:
            break
        if before.dep_ == "compound" and before.head.i <= noun.i:
            first -= 1
        elif hyphen and doc[first - 2].i >= noun.left_edge.i:
            first -= 2
        elif before.dep_ == "amod" and is_classing(before) and not adjectives:
            first -= 1
            adjectives += 1
        else:
            break
    return doc[first]


def is_classing(token: Token) -> bool:
    return bool(CLASSING.search(token.text)) and token.lower_ not in UNCLASSING
