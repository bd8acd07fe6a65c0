"""All labelled items of an article -> proposals."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quiz.core.article import Article, Span
from quiz.core.questions import plain
from quiz.language.korean.candidates import Candidate
from quiz.language.korean.gate import LONGEST, stands_in
from quiz.language.korean.item_lines import Line, lines_of
from quiz.language.korean.item_scope import notice_of
from quiz.language.korean.items.item_conditions import conditions
from quiz.language.korean.items.item_labels import (
    RATED,
    named_scope,
    section_of,
    spaced,
    whole_label,
)
from quiz.language.korean.items.item_lists import listed_below, listed_in_line
from quiz.language.korean.items.item_prompts import Wording, wordings
from quiz.language.korean.items.item_values import AMOUNT
from quiz.language.korean.morphology import Sentence
from quiz.language.korean.pieces import Setting
from quiz.language.korean.selection import Proposal
from quiz.language.korean.wordlists import Kind

LONGEST_GAP = 110
WEIGHT = 85
UNASKED = re.compile(
    r"(?:목적|비고|참고|기타|홈페이지|누리집|전화|팩스|이메일|링크|작성자|게시일|조회수?)$"
)


def find_items(article: Article, setting: Setting) -> list[Proposal]:
    """Return the questions of the article's labelled lines, none where it has too few."""
    scope = notice_of(article)
    lines = lines_of(article) if scope else []
    labels = labels_of(lines)
    found = [
        each
        for line in lines
        for each in proposals_of(article, scope, line, labels, setting)
    ]
    return without_rivals(found)


def proposals_of(
    article: Article, scope: str, line: Line, labels: Counter[str], setting: Setting
) -> Iterator[Proposal]:
    for wording, span in told_by(scope, line, labels):
        prompt = wording.prompt if is_fit(wording.prompt, wording, LONGEST) else ""
        gap = wording.gap if is_fit(wording.gap, wording, LONGEST_GAP) else ""
        if prompt or gap:
            candidate = candidate_of(article, wording, prompt, span)
            yield Proposal(candidate, gap, setting)


def labels_of(lines: Iterable[Line]) -> Counter[str]:
    return Counter(whole_label(line.label, line.heading) for line in lines if line.value)


def told_by(scope: str, line: Line, labels: Counter[str]) -> Iterator[tuple[Wording, Span]]:
    """Yield wordings with their evidence; offsets are in the article."""
    if not line.value:
        yield from told_below(scope, line)
        return
    label = whole_label(line.label, line.heading)
    if UNASKED.search(label):
        return
    section = section_of(label, line.heading)
    if labels[label] > 1 and not section:
        return
    scope = named_scope(scope, label)
    if is_rate(line):
        found = list(wordings(scope, f"{scope}에서 {label}의 ", line.heading, line.value))
    else:
        owner = owner_of(scope, label, section)
        found = [
            *wordings(scope, owner, label, line.value),
            *listed_in_line(owner, label, line.value),
        ]
        found += [] if found else conditions(owner, label, line.value)
    for each in found:
        yield moved(each, line.value_start), line.span


def is_rate(line: Line) -> bool:
    """Tell '장애인: 3점' under 가산점."""
    rate = AMOUNT.fullmatch(line.value)
    told = line.heading.split()[-1:]
    return (
        rate is not None
        and rate["unit"] in {"원", "점", "%"}
        and RATED.match(line.heading) is not None
        and not any(word in line.label for word in told)
    )


def told_below(scope: str, line: Line) -> Iterator[tuple[Wording, Span]]:
    label = spaced(line.text)
    owner = owner_of(named_scope(scope, label), label, "")
    for each in listed_below(owner, label, line):
        yield each, Span(line.span.start, each.end)
    for under in line.below:
        if not under.value:
            for each in conditions(owner, label, under.text):
                yield moved(each, under.start), under.span


def owner_of(scope: str, label: str, section: str) -> str:
    """Return what opens the question: 'X의 ', but '사서 ' of '사서 채용' for 채용 인원."""
    front, _, last = scope.rpartition(" ")
    name = f"{front} " if front and label.startswith(last) else f"{scope}의 "
    return f"{name}{section} " if section else name


def moved(wording: Wording, by: int) -> Wording:
    return replace(wording, start=wording.start + by, end=wording.end + by)


def is_fit(text: str, wording: Wording, longest: int) -> bool:
    """Tell whether it is short enough and doesn't give its answer away."""
    if not text or len(text.replace("{{", "").replace("}}", "")) > longest:
        return False
    shown = re.sub(r"\{\{.*?\}\}", " ", text)
    told = [*wording.accepted, *(item[0] for item in wording.items)]
    if wording.names in {Kind.NUMBER, Kind.DATE}:
        return not any(stands_in(each, shown) for each in told)
    return not any(plain(each) in plain(shown) for each in told)


def candidate_of(article: Article, wording: Wording, prompt: str, span: Span) -> Candidate:
    """Return the candidate; its sentence is the line, or the lines, as they stand."""
    raw = span.of(article.text)
    offsets = tuple(range(span.start, span.end))
    sentence = Sentence(span, raw, offsets, (), 0, heading=True)
    return Candidate(
        wording.kind, sentence, wording.start - span.start, wording.end - span.start,
        prompt, wording.accepted, wording.names, wording.answer, wording.items, WEIGHT,
        wording.part,
    )  # fmt: skip


def without_rivals(found: list[Proposal]) -> list[Proposal]:
    """Drop questions that share their words but not their answers, and repeats."""
    by_text: dict[str, list[Proposal]] = defaultdict(list)
    for each in found:
        by_text[plain(each.candidate.prompt or each.gap)].append(each)
    return [
        same[0]
        for same in by_text.values()
        if len({(p.candidate.accepted[:1], p.candidate.items) for p in same}) == 1
    ]
