"""Names with 'and' that are one name, and names with a month in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.language.english.given_names import MEN, WOMEN
from quiz.language.english.wordlists import MONTHS, PARTICLES

if TYPE_CHECKING:
    from spacy.tokens import Token

# Countries, islands, counties and boroughs.
JOINED = re.compile(
    r"\b(?:Bosnia and Herzegovina|Trinidad and Tobago|Antigua and Barbuda|"
    r"(?:Saint|St\.?) Kitts and Nevis|(?:Saint|St\.?) Vincent and the Grenadines|"
    r"S(?:ão|ao) Tomé? and Pr[íi]ncipe|Turks and Caicos(?: Islands)?|Serbia and Montenegro|"
    r"Newfoundland and Labrador|Wallis and Futuna|Jammu and Kashmir|Castile and León|"
    r"Tyne and Wear|Brighton and Hove|Dumfries and Galloway|Perth and Kinross|"
    r"Argyll and Bute|Hereford and Worcester|Kensington and Chelsea|"
    r"Hammersmith and Fulham|Barking and Dagenham|Hinckley and Bosworth)\b"
)
# 'in Climate and Time, in Their Relations', 'her book Wool and Water (1871)'.
WORK = re.compile(
    r"\b(?:[Bb]ook|[Nn]ovel|[Mm]emoir|[Tt]reatise|[Ff]ilm|[Pp]lay|[Oo]pera|[Aa]lbum|[Pp]oem|"
    r"[Ee]ssay|[Pp]aper|[Jj]ournal|[Mm]agazine|called|titled|entitled),? "
    r"(?P<named>[A-Z][\w’'-]+ and (?:the )?[A-Z][\w’'-]+)|"
    r"[\"“‘](?P<quoted>[A-Z][\w’'-]+ and (?:the )?[A-Z][\w’'-]+)[,.]?[\"”’]|"
    r"\bin (?P<told>[A-Z][\w’'-]+ and (?:the )?[A-Z][\w’'-]+)"
    r"(?=,? (?:or|in|with) (?:[A-Z][\w’'-]+ ?)+\(1\d{3}\)|"
    r", (?:or|[Ii]n) [A-Z]\w+ [A-Z]| \((?:1\d|20)\d\d\))"
)


def joined_names(text: str) -> list[tuple[int, int]]:
    """Return where names with 'and' begin and end: countries, and titles of works."""
    works = [
        match.span(match.lastgroup) for match in WORK.finditer(text) if match.lastgroup
    ]
    return [*(match.span() for match in JOINED.finditer(text)), *works]


def is_joining(text: str, place: int) -> bool:
    """Tell the 'and' at `place` that is part of a name: Trinidad and Tobago."""
    return any(start < place < end for start, end in joined_names(text))


def is_split(text: str, start: int, end: int, several: bool) -> bool:
    """Tell words that are half of such a name, or a list that makes two of it."""
    return any(
        start < last and first < end and (several or not start <= first <= last <= end)
        for first, last in joined_names(text)
    )


def is_month_in_name(token: Token) -> bool:
    """Tell the August of 'Karl August von Hardenberg'."""
    if token.text not in MONTHS or not 0 < token.i < len(token.doc) - 1:
        return False
    before, after = token.nbor(-1).text, token.nbor(1).text
    return before in MEN | WOMEN and (after in PARTICLES or after.istitle())
