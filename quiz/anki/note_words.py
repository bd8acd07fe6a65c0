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
    source: str
    paragraph: str
    original: str
    date: Callable[[date], str]


KOREAN = Words(
    language="ko",
    true="맞다",
    false="틀리다",
    source="「{}」",
    paragraph="{}번째 문단",
    original="원문",
    date=lambda day: f"{day.year}년 {day.month}월 {day.day}일",
)
ENGLISH = Words(
    language="en",
    true="True",
    false="False",
    source="“{}”",
    paragraph="paragraph {}",
    original="original",
    date=lambda day: day.isoformat(),
)


def words_of(language: str) -> Words:
    """Return the words of `language`, an ISO 639-1 code; English for any other."""
    return KOREAN if language == "ko" else ENGLISH
