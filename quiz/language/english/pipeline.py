"""All stages in order: an article -> its draft questions."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from quiz.core.article import Article, Span
from quiz.core.questions import (
    Answer,
    AnswerKind,
    Evidence,
    Option,
    Origin,
    Question,
    accepted_answers,
    plain,
)
from quiz.language.assembly import assembled, identity_of
from quiz.language.drafts import Draft, Progress, no_progress
from quiz.language.english import (
    analyser,
    blanks,
    context,
    glosses,
    localities,
    names,
    periods,
    tellings,
)
from quiz.language.english.asides import closed_asides
from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.clauses import clauses
from quiz.language.english.context import Setting
from quiz.language.english.distractors import wrong_options
from quiz.language.english.facts import find_facts
from quiz.language.english.facts.gaps import find_gaps
from quiz.language.english.last_look import asks_anything, looked_over
from quiz.language.english.loose_ends import hangs_loose, mended
from quiz.language.english.openers import openers
from quiz.language.english.ranking import best_of_each_fact, difficulty, unambiguous
from quiz.language.english.selection import Proposal, likely_forms
from quiz.language.english.wordlists import Kind

UNREAL = re.compile(r"[\"“]?(?:Suppose|Imagine|Say|Consider|Let us|Let's|If) ")
EVERY = 50  # sentences between two words of progress
TOO_OFTEN = 5  # times that a name may stand in an article and be worth a gap alone


def draft(article: Article, now: datetime, progress: Progress) -> Draft:
    """Return the draft questions of an English article. `now` is in UTC."""
    rejected: Counter[str] = Counter()
    known, proposed = proposals(article, rejected, progress)
    questions = list(build(article, proposed, known, rejected, now))
    progress(len(article.text), len(article.text))
    forget()
    return Draft(tuple(questions), (), rejected)


def forget() -> None:
    """Let what is kept of the last article's sentences go."""
    for kept in (names.name_spans, tellings.shape_of):
        kept.cache_clear()


def proposals(
    article: Article, rejected: Counter[str], progress: Progress = no_progress
) -> tuple[names.Names, list[Proposal]]:
    """Return the article's names and all that passed the rules."""
    total = len(article.text)
    cleaned = glosses.sentences(article)
    count = max(1, len(cleaned))
    sentences = analyser.analyse(
        cleaned, lambda done: progress(total * done // count // 2, total)
    )
    known = names.vote(sentences)
    found: list[tuple[Candidate, Setting]] = []
    settings = periods.with_periods(context.settings(article, sentences, known), sentences)
    parts: list[Reading] = []  # of one sentence, between its semicolons
    for number, (sentence, setting) in enumerate(zip(sentences, settings, strict=True)):
        parts = [part for part in parts if part.sentence.span == sentence.span]
        stated = [*clauses(sentence), *openers(sentence)]
        reading = Reading(sentence, stated, setting, rejected, tuple(parts))
        parts.append(reading)
        found.extend((c, setting) for c in facts_of(reading))
        if number % EVERY == 0:
            progress((total + sentence.span.end) // 2, total)
    return known, list(passed(article.title, found, known, rejected))


def facts_of(reading: Reading) -> list[Candidate]:
    sentence, setting = reading.sentence, reading.setting
    if (
        sentence.clean.heading
        or is_unreal(sentence, setting)
        or sentence.text.rstrip("\"”’' ").endswith("?")
    ):
        return []
    best = best_of_each_fact(find_facts(reading), setting, reading.rejected)
    certain = [c for c in best if not asks_anything(c.prompt, c)]
    found = [blanks.with_told(candidate, setting) for candidate in certain]
    return [*found, *find_gaps(reading, found)]


def is_unreal(sentence: analyser.Sentence, setting: Setting) -> bool:
    """Tell 'If prices rose' from 'If you are refused' of a notice to its readers."""
    told = setting.notice and sentence.clean.whole.startswith("If you ")
    return bool(UNREAL.match(sentence.clean.whole)) and not told


def passed(
    title: str,
    found: list[tuple[Candidate, Setting]],
    known: names.Names,
    rejected: Counter[str],
) -> Iterator[Proposal]:
    """Yield what passed every rule, before its acceptance is guessed."""
    settings = {id(c.sentence): setting for c, setting in found}
    for candidate in unambiguous([c for c, _ in found], rejected):
        setting = settings[id(candidate.sentence)]
        if is_told_by(title, candidate) or is_of_hero(candidate, setting):
            rejected["in-title"] += 1
            continue
        told = candidate.sentence.text
        gap, prompt = (
            looked_over(
                closed_asides(
                    told_in_full(
                        mended(wording, candidate, setting, title), candidate, setting
                    ),
                    told,
                ),
                candidate,
            )
            for wording in (blanks.cloze_of(candidate), candidate.prompt)
        )
        gap, prompt = (
            "" if hangs_loose(wording, candidate, setting) else wording
            for wording in (gap, prompt)
        )
        candidate = replace(candidate, prompt=prompt)
        if candidate.prompt or (gap and is_worth_a_gap(candidate, known)):
            yield Proposal(candidate, gap, setting)
        else:
            rejected["nothing-safe"] += 1


def told_in_full(wording: str, candidate: Candidate, setting: Setting) -> str:
    """Return the wording with the period or the town that it leaves out."""
    dated = periods.in_period(wording, candidate, setting)
    placed = localities.in_town(dated, candidate, setting)
    return localities.in_scope(placed, candidate, setting)


def build(
    article: Article,
    proposed: list[Proposal],
    known: names.Names,
    rejected: Counter[str],
    now: datetime,
) -> Iterator[Question]:
    """Yield the questions in the order of their answers in the article."""
    made: dict[str, Question] = {}
    for likely in likely_forms(proposed, len(article.text)):
        question = question_of(article, likely, known, now)
        if question is None:
            rejected["unlikely"] += 1
        else:
            made.setdefault(question.id, question)
    yield from sorted(made.values(), key=place_of)


def place_of(question: Question) -> tuple[int, int]:
    evidence = question.evidence
    return (evidence.start, evidence.answer_start) if evidence else (0, 0)


def is_told_by(title: str, candidate: Candidate) -> bool:
    """Tell whether the name asked for stands in the article's title."""
    if candidate.names in {Kind.NUMBER, Kind.DATE} or candidate.items:
        return False
    if title.endswith((".", "…")) or candidate.kind in {"abbreviation", "meaning"}:
        return False
    return any(len(plain(t)) > 2 and plain(t) in plain(title) for t in candidate.accepted)


def is_of_hero(candidate: Candidate, setting: Setting) -> bool:
    """Tell whether the answer is of whom the whole article tells: no need to ask."""
    return candidate.kind != "quotation" and setting.hero in candidate.accepted


def question_of(
    article: Article, proposal: Proposal, known: names.Names, now: datetime
) -> Question | None:
    """Return the question, as a cloze alone where no prompt is likely, or None."""
    candidate, gap = proposal.candidate, proposal.gap
    alone = not candidate.prompt
    if alone and (not gap or not is_worth_a_gap(candidate, known)):
        return None
    if alone:
        candidate = with_words_of_gap(candidate, gap)
    evidence = evidence_of(article, candidate)
    verb = str(candidate.clause.verb.idx) if candidate.clause else ""
    identity = identity_of(article, candidate.kind + candidate.part + verb, evidence)
    wrong = wrong_options(candidate, known, article, identity)
    question = Question(
        id=identity,
        prompt=candidate.prompt or blanks.gap_prompt(candidate),
        answer=answer_of(candidate),
        wrong=tuple(Option(text) for text in wrong),
        cloze=gap,
        difficulty=difficulty(candidate, known),
        evidence=evidence,
        origin=Origin("rule", candidate.kind),
        created=now,
        changed=now,
    )
    return assembled(question, cloze_only=alone)


def with_words_of_gap(candidate: Candidate, gap: str) -> Candidate:
    """Let the answer be what stands in the gap: 'six' of 'almost {{six}}'."""
    inside = gap[gap.index("{{") + 2 : gap.index("}}")]
    counted = candidate.names is Kind.NUMBER and inside in candidate.accepted
    if not counted:
        return candidate
    return replace(candidate, accepted=tuple(dict.fromkeys((inside, *candidate.accepted))))


def is_worth_a_gap(candidate: Candidate, known: names.Names) -> bool:
    """Tell a name, a number or a date that is not told all the time."""
    if candidate.kind == "gap" or candidate.items:
        return True
    if candidate.names is Kind.THING:
        return False
    return known.counts[candidate.accepted[0]] < TOO_OFTEN


def answer_of(candidate: Candidate) -> Answer:
    if candidate.answer is AnswerKind.LIST:
        return Answer(AnswerKind.LIST, (), candidate.items)
    accepted = [text for text in accepted_answers(candidate.accepted) if plain(text)]
    return Answer(candidate.answer, tuple(accepted))


def evidence_of(article: Article, candidate: Candidate) -> Evidence:
    span = candidate.sentence.span
    answer = candidate.sentence.clean.in_article(candidate.start, candidate.end)
    if candidate.glossed:
        place = article.text.find(candidate.glossed, span.start, span.end)
        answer = Span(place, place + len(candidate.glossed)) if place >= 0 else answer
    return Evidence(
        article.id,
        span.start,
        span.end,
        span.of(article.text),
        answer.start - span.start,
        answer.end - span.start,
    )
