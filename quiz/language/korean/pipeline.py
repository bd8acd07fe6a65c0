"""All stages in order: an article -> its draft questions."""

import gc
import re
import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from quiz.core.article import Article, Span
from quiz.core.questions import (
    Answer,
    AnswerKind,
    Evidence,
    Form,
    Option,
    Origin,
    Question,
    Status,
    Warning,
    accepted_answers,
    plain,
    possible_forms,
)
from quiz.language.drafts import Draft, Progress, no_progress
from quiz.language.korean import (
    analyser,
    arguments,
    blanks,
    clauses,
    context,
    gate,
    glosses,
    lexicon,
    mentions,
    names,
    phrases,
    told_pieces,
    valency,
)
from quiz.language.korean.article_text import ArticleText
from quiz.language.korean.blanks import cloze_of, cloze_prompt, with_head_alone
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.distractors import article_text, wrong_options
from quiz.language.korean.facts import enumerations, find_facts, number_spans
from quiz.language.korean.gate import leaks, stands_in
from quiz.language.korean.items.labelled_items import find_items
from quiz.language.korean.moments import calendar_of
from quiz.language.korean.morphology import Sentence
from quiz.language.korean.notices import (
    claims_about_now,
    contradictions,
    disagreements,
    likely_misspellings,
)
from quiz.language.korean.pieces import Setting
from quiz.language.korean.ranking import best_of_each_fact, difficulty, unambiguous
from quiz.language.korean.scope import in_scope
from quiz.language.korean.selection import Proposal, likely_forms
from quiz.language.korean.wordlists import Kind

TOO_OFTEN = 5  # times that a name may stand in an article and be worth a gap
EVERY = 50  # sentences between two words of progress


@contextmanager
def no_collection() -> Iterator[None]:
    """Spare the cycle collector: a draft makes a million small values and no cycle."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def draft(article: Article, now: datetime, progress: Progress) -> Draft:
    """Return the draft questions of a Korean article. `now` is in UTC."""
    with no_collection():
        return drafted(article, now, progress)


def drafted(article: Article, now: datetime, progress: Progress) -> Draft:
    rejected: Counter[str] = Counter()
    known, warnings, proposed = proposals(article, rejected, progress)
    warnings.extend(claims_about_now(article, now))
    questions = build(article, proposed, known, rejected, now)
    progress(len(article.text), len(article.text))
    forget()
    return Draft(tuple(questions), tuple(warnings), rejected)


def forget() -> None:
    """Let what is kept of the last article's sentences go."""
    for module in (phrases, valency, blanks, told_pieces):
        module.forget()
    for kept in (
        mentions.read_phrase,
        arguments.mentions_in,
        clauses.second_subject,
        number_spans.matches,
        number_spans.whole_times,
        number_spans.is_quantity,
        enumerations.lists_in,
        gate.reason_against,
    ):
        kept.cache_clear()


def proposals(
    article: Article, rejected: Counter[str], progress: Progress = no_progress
) -> tuple[names.Names, list[Warning], list[Proposal]]:
    """Return the article's names, its warnings and all that passed the rules."""
    total = len(article.text)
    sentences = read(article, progress, total)
    known = names.vote(sentences)
    warnings, disputed = contradictions(sentences)
    found: list[tuple[Candidate, Setting]] = []
    calendar = calendar_of(article)
    around = context.contexts(article, sentences, known)
    for number, (sentence, told) in enumerate(zip(sentences, around, strict=True)):
        setting = Setting(known, told, calendar)
        found.extend((c, setting) for c in facts_of(sentence, setting, rejected))
        if number % EVERY == 0:
            progress((total + sentence.span.end) // 2, total)
    warnings.extend(disagreements(candidate for candidate, _ in found))
    warnings.extend(likely_misspellings(known, sentences))
    proposed = list(passed(article.title, found, rejected, disputed))
    if around:
        proposed += find_items(article, Setting(known, around[0], calendar))
    return known, warnings, proposed


def read(article: Article, progress: Progress, total: int) -> list[Sentence]:
    """Clean and analyse: half of the work."""
    cleaned = glosses.sentences(article)
    tokens = lexicon.pretokenizer(lexicon.marked_terms(cleaned))
    count = max(1, len(cleaned))
    return analyser.analyse(
        cleaned, tokens, lambda done: progress(total * done // count // 2, total)
    )


NO_STATEMENT = re.compile(r"(?:\?|보자\.?|하자\.?|십시오\.?|세요\.?|[까랴]\.?)[”’\"' ]*$")
BELIEVED = re.compile(
    r"(?:으로|라고|다고) (?:잘못 )?(?:알고 있|아는 (?:사람|분|이)|오해|착각)"
)


def tells_nothing(text: str) -> bool:
    """Tell questions, requests and what people believe from facts."""
    return bool(NO_STATEMENT.search(text) or BELIEVED.search(text))


def facts_of(
    sentence: Sentence, setting: Setting, rejected: Counter[str]
) -> list[Candidate]:
    if not sentence.words or tells_nothing(sentence.text):
        return []
    reading = Reading(sentence, blanks.clauses_of(sentence), setting, rejected)
    return best_of_each_fact(find_facts(reading), rejected)


def build(
    article: Article,
    proposed: list[Proposal],
    known: names.Names,
    rejected: Counter[str],
    now: datetime,
) -> Iterator[Question]:
    made: list[Question] = []
    seen: set[str] = set()
    calendar = calendar_of(article)
    told = article_text(article.text, calendar.date, calendar.year, article.title)
    for proposal, likely in zip(
        proposed, likely_forms(proposed, len(article.text)), strict=True
    ):
        question = question_of(article, told, likely, known, now)
        if question is None:
            rejected["nothing-safe" if proposal == likely else "unlikely"] += 1
        elif question.id not in seen:
            seen.add(question.id)
            made.append(question)
    made.sort(
        key=lambda q: (q.evidence.start, q.evidence.answer_start) if q.evidence else (0, 0)
    )
    yield from made


def passed(
    title: str,
    found: list[tuple[Candidate, Setting]],
    rejected: Counter[str],
    disputed: frozenset[str],
) -> Iterator[Proposal]:
    """Yield what passed every rule, before its acceptance is guessed."""
    settings = {id(c.sentence): s for c, s in found}
    for candidate in unambiguous([c for c, _ in found], rejected):
        if reason := reason_in_article(candidate, title, disputed):
            rejected[reason] += 1
        else:
            setting = settings[id(candidate.sentence)]
            proposal = proposal_of(candidate, setting)
            if proposal.candidate.prompt or proposal.gap:
                yield proposal
            else:
                rejected["names-nothing"] += 1


def proposal_of(candidate: Candidate, setting: Setting) -> Proposal:
    """Add the cloze, and its shorter answer where the prompt doesn't give it away."""
    candidate, gap = in_scope(candidate, cloze_of(candidate, setting), setting)
    short = with_head_alone(candidate) if gap else candidate
    if short != candidate and candidate.prompt and leaks(short, candidate.prompt):
        return Proposal(candidate, "", setting)
    return Proposal(short, gap, setting)


def reason_in_article(candidate: Candidate, title: str, disputed: frozenset[str]) -> str:
    """Return why this article makes the question unfit, or ""."""
    if depends_on(candidate, disputed):
        return "contradiction"
    return "in-title" if is_told_by(title, candidate) else ""


def is_told_by(title: str, candidate: Candidate) -> bool:
    """Tell whether the name asked for stands in the article's title: no need to ask.

    A sentence in the place of a title, cut or with its full stop, tells nothing away.
    """
    if candidate.names is Kind.DATE or candidate.items or title.endswith((".", "…")):
        return False
    if candidate.names is Kind.NUMBER:
        return any(stands_in(text, title) for text in candidate.accepted[:1])
    names = [plain(text) for text in candidate.accepted]
    return any(len(name) >= 2 and name in plain(title) for name in names)


def depends_on(candidate: Candidate, disputed: frozenset[str]) -> bool:
    return candidate.kind == "abbreviation" and any(
        f"‘{short}’" in candidate.prompt for short in disputed
    )


def question_of(
    article: Article,
    told: ArticleText,
    proposal: Proposal,
    known: names.Names,
    now: datetime,
) -> Question | None:
    """Return the question, as a cloze alone where no prompt is safe, or None."""
    candidate, gap = proposal.candidate, proposal.gap
    if not candidate.prompt and (not gap or is_too_well_known(candidate, known)):
        return None
    evidence = evidence_of(article, candidate)
    place = f"{evidence.start}:{evidence.end}:{evidence.answer_start}:{evidence.answer_end}"
    identity = str(
        uuid.uuid5(
            uuid.NAMESPACE_URL, f"{article.id}:{candidate.kind}{candidate.part}:{place}"
        )
    )
    wrong = wrong_options(candidate, known, told, identity)
    question = Question(
        id=identity,
        prompt=candidate.prompt or cloze_prompt(candidate),
        answer=answer_of(without_shared(candidate, wrong)),
        wrong=tuple(Option(text) for text in wrong),
        cloze=gap,
        difficulty=difficulty(candidate, known),
        status=Status.DRAFT,
        evidence=evidence,
        origin=Origin("rule", candidate.kind),
        created=now,
        changed=now,
    )
    return with_forms(question, cloze_only=not candidate.prompt)


def without_shared(candidate: Candidate, wrong: Sequence[str]) -> Candidate:
    """Don't accept '3월 20일' where the wrong dates are the 20 March of other years."""
    if candidate.names is not Kind.DATE:
        return candidate
    kept = tuple(a for a in candidate.accepted if not any(a in option for option in wrong))
    return replace(candidate, accepted=kept)


def is_too_well_known(candidate: Candidate, known: names.Names) -> bool:
    """Tell whether a gap would only ask for the company that every sentence names."""
    if candidate.items or candidate.names not in {Kind.COMPANY, Kind.BODY, Kind.COUNTRY}:
        return False
    return known.counts[candidate.accepted[0]] >= TOO_OFTEN


def with_forms(question: Question, cloze_only: bool) -> Question:
    forms = possible_forms(question)
    if cloze_only:
        forms = tuple(f for f in forms if f in {Form.CLOZE, Form.TRUTH})
    return replace(question, forms=forms)


def answer_of(candidate: Candidate) -> Answer:
    if candidate.answer is AnswerKind.LIST:
        return Answer(AnswerKind.LIST, (), candidate.items)
    accepted = [text for text in accepted_answers(candidate.accepted) if plain(text)]
    return Answer(candidate.answer, tuple(accepted))


def evidence_of(article: Article, candidate: Candidate) -> Evidence:
    span = candidate.sentence.span
    answer = candidate.sentence.in_article(candidate.start, candidate.end)
    if (
        candidate.bracketed
        and (place := span.of(article.text).find(candidate.bracketed)) >= 0
    ):
        answer = Span(span.start + place, span.start + place + len(candidate.bracketed))
    return Evidence(
        article.id,
        span.start,
        span.end,
        span.of(article.text),
        answer.start - span.start,
        answer.end - span.start,
    )
