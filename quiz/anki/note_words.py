"""The few words of a card that belong to its data; the headings stand in card.css."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Words:
    """A language's words. `source` takes a title, `paragraph` a number from 1."""

    language: str
    true: str
    false: str
    evidence: str
    source: str
    paragraph: str
    original: str
    withdrawn: str
    picture: str
    answer_picture: str
    date: Callable[[date], str]


KOREAN = Words(
    language="ko",
    true="맞다",
    false="틀리다",
    evidence="근거",
    source="「{}」",
    paragraph="{}번째 문단",
    original="원문",
    withdrawn="이 문제는 문제집에서 빠졌습니다. 이 카드는 일시 중지하거나 지워도 됩니다.",
    picture="문제의 그림",
    answer_picture="답의 그림",
    date=lambda day: f"{day.year}년 {day.month}월 {day.day}일",
)
ENGLISH = Words(
    language="en",
    true="True",
    false="False",
    evidence="Evidence",
    source="“{}”",
    paragraph="paragraph {}",
    original="original",
    withdrawn="This question was retired. You may suspend or delete this card.",
    picture="Picture of the question",
    answer_picture="Picture of the answer",
    date=lambda day: day.isoformat(),
)


def words_of(language: str) -> Words:
    """Return the words of `language`, an ISO 639-1 code; English for any other."""
    return KOREAN if language == "ko" else ENGLISH
