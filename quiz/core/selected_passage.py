"""A passage that a teacher selected: the beginning of a question by hand."""

from dataclasses import replace

from quiz.core.article import Article, Span, trim
from quiz.core.problems import Problem
from quiz.core.questions import (
    LONGEST_ANSWER,
    Answer,
    AnswerKind,
    Evidence,
    Form,
    Question,
)

EMPTY = Question(id="", prompt="", answer=Answer(AnswerKind.WORDS))
LONGEST_QUOTE = 2000  # characters


def question_about(article: Article, chosen: Span) -> Question:
    """Begin a question that the chosen passage proves.

    A part of a sentence is taken for the answer, and its sentence for the evidence and
    the cloze text; whole sentences are evidence alone.

    Raises:
        Problem: nothing of the article is chosen, or too much.
    """
    inside = trim(article.text, chosen)
    if inside is None or chosen.start < 0 or chosen.end > len(article.text):
        raise Problem("Choose a passage of the article.")
    around = [s for s in article.sentences if s.start < inside.end and inside.start < s.end]
    quote = Span(
        min([inside.start, *(s.start for s in around)]),
        max([inside.end, *(s.end for s in around)]),
    )
    if quote.end - quote.start > LONGEST_QUOTE:
        raise Problem(
            "Choose a shorter passage, of at most %(most)s characters.",
            most=f"{LONGEST_QUOTE:,}",
        )
    text = quote.of(article.text)
    evidence = Evidence(article.id, quote.start, quote.end, text, 0, 0)
    if inside == quote or inside.end - inside.start > LONGEST_ANSWER:
        return replace(EMPTY, evidence=evidence)
    start, end = inside.start - quote.start, inside.end - quote.start
    return replace(
        EMPTY,
        answer=Answer(AnswerKind.WORDS, (" ".join(text[start:end].split()),)),
        cloze=cloze_of(text, start, end),
        forms=(Form.CLOZE, Form.TYPED, Form.CARD),
        evidence=replace(evidence, answer_start=start, answer_end=end),
    )


def cloze_of(text: str, start: int, end: int) -> str:
    """Return the sentence with a gap, in one line; braces of its own would be gaps."""
    parts = (text[:start], text[start:end], text[end:])
    before, gap, after = (
        part.replace("{{", "{ {").replace("}}", "} }").replace("\n", " ") for part in parts
    )
    return f"{before}{{{{{gap}}}}}{after}"


def placed(question: Question) -> Question:
    """Return the question with its answer found in its evidence, where it stands there."""
    evidence, answer = question.evidence, question.answer
    if evidence is None or answer.kind is AnswerKind.TRUTH:
        return question
    for text in (*answer.accepted, *(item[0] for item in answer.items)):
        at = evidence.quote.find(text)
        if at >= 0:
            found = replace(evidence, answer_start=at, answer_end=at + len(text))
            return replace(question, evidence=found)
    return question
