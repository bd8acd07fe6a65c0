"""A bank as plain data (dicts, lists, texts, numbers), as bank files and revisions keep it.

The shapes are those of quiz/formats/bank_file.schema.json.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from quiz.core.article import Article
from quiz.core.questions import (
    Answer,
    AnswerKind,
    Bank,
    Evidence,
    Form,
    Medium,
    Option,
    Origin,
    Question,
    Status,
    Warning,
)

Data = dict[str, Any]


def bank_data(bank: Bank) -> Data:
    return {
        "format": "quiz-bank",
        "version": 1,
        "id": bank.id,
        "title": bank.title,
        "language": bank.language,
        "articles": [article_data(each, bank.language) for each in bank.articles],
        "questions": [question_data(question) for question in bank.questions],
        "warnings": [warning_data(warning) for warning in bank.warnings],
        **({"deck": bank.deck} if bank.deck else {}),
        **({"files": files_data(bank)} if bank.files else {}),
    }


def bank_from(data: Mapping[str, Any]) -> Bank:
    """Read the shape that `bank_data` writes; it must have passed the schema."""
    language = data["language"]
    return Bank(
        id=data["id"],
        title=data["title"],
        language=language,
        articles=tuple(article_from(each, language) for each in data.get("articles", ())),
        questions=tuple(question_from(each) for each in data.get("questions", ())),
        warnings=tuple(warning_from(each) for each in data.get("warnings", ())),
        deck=data.get("deck", ""),
        files=tuple(
            (name, b64decode(content)) for name, content in data.get("files", {}).items()
        ),
    )


def files_data(bank: Bank) -> Data:
    return {name: b64encode(content).decode() for name, content in bank.files}


def article_data(article: Article, language: str) -> Data:
    """Write an article; its language only where it is not that of the bank."""
    data: Data = {"id": article.id, "title": article.title}
    if article.language != language:
        data["language"] = article.language
    if article.date:
        data["date"] = article.date.isoformat()
    return data | {"source": article.source, "text": article.text}


def article_from(data: Mapping[str, Any], language: str) -> Article:
    return Article(
        id=data["id"],
        title=data["title"],
        text=data["text"],
        language=data.get("language", language),
        date=date.fromisoformat(data["date"]) if data.get("date") else None,
        source=data.get("source", ""),
    )


def question_data(question: Question) -> Data:
    data: Data = {
        "id": question.id,
        "prompt": question.prompt,
        "answer": answer_data(question.answer),
        "options": {
            "wrong": [{"text": o.text, "feedback": o.feedback} for o in question.wrong]
        },
        "forms": [form.value for form in question.forms],
        "cloze": question.cloze,
        "explanation": question.explanation,
        "tags": list(question.tags),
        "difficulty": question.difficulty,
        "status": question.status.value,
        "origin": {"by": question.origin.by, "name": question.origin.name},
        "created": time_text(question.created),
        "changed": time_text(question.changed),
    }
    if question.evidence:
        data["evidence"] = evidence_data(question.evidence)
    if question.media:
        data["media"] = [medium_data(medium) for medium in question.media]
    return data


def medium_data(medium: Medium) -> Data:
    data = {"name": medium.name, "side": medium.side}
    return data | ({"alt": medium.alt} if medium.alt else {})


def question_from(data: Mapping[str, Any]) -> Question:
    evidence, origin = data.get("evidence"), data.get("origin", {"by": "import"})
    wrong = data.get("options", {}).get("wrong", ())
    return Question(
        id=data["id"],
        prompt=data["prompt"],
        answer=answer_from(data["answer"]),
        wrong=tuple(Option(each["text"], each.get("feedback", "")) for each in wrong),
        forms=tuple(Form(each) for each in data["forms"]),
        cloze=data.get("cloze", ""),
        explanation=data.get("explanation", ""),
        tags=tuple(data.get("tags", ())),
        difficulty=data.get("difficulty", 0.5),
        status=Status(data.get("status", "draft")),
        evidence=Evidence(**evidence) if evidence else None,
        origin=Origin(origin["by"], origin.get("name", "")),
        created=time_from(data["created"]),
        changed=time_from(data["changed"]),
        media=tuple(
            Medium(each["name"], each["side"], each.get("alt", ""))
            for each in data.get("media", ())
        ),
    )


def answer_data(answer: Answer) -> Data:
    data: Data = {"kind": answer.kind.value, "accepted": list(answer.accepted)}
    if answer.items:
        data["items"] = [list(item) for item in answer.items]
    if answer.tolerance:
        data["tolerance"] = answer.tolerance
    return data


def answer_from(data: Mapping[str, Any]) -> Answer:
    return Answer(
        kind=AnswerKind(data["kind"]),
        accepted=tuple(data.get("accepted", ())),
        items=tuple(tuple(item) for item in data.get("items", ())),
        tolerance=data.get("tolerance", ""),
    )


def evidence_data(evidence: Evidence) -> Data:
    return {
        "article": evidence.article,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "answer_start": evidence.answer_start,
        "answer_end": evidence.answer_end,
    }


def warning_data(warning: Warning) -> Data:
    spans = [list(span) for span in warning.spans]
    data: Data = {"kind": warning.kind, "message": warning.message, "spans": spans}
    return data | ({"article": warning.article} if warning.article else {})


def warning_from(data: Mapping[str, Any]) -> Warning:
    spans = tuple((start, end) for start, end in data.get("spans", ()))
    return Warning(data["kind"], data["message"], spans, data.get("article", ""))


def time_text(moment: datetime) -> str:
    """Write a moment as UTC to the microsecond, such as 2026-11-22T09:00:00.250000Z."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def time_from(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
