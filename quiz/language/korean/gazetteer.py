"""Names of several words that Kiwi's model package knows, with what they name."""

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from quiz.language.korean.wordlists import Kind

# Wikidata classes of multi.dict: human, country, city, film, video game, written work ...
CLASSES = {
    "Q5": Kind.PERSON,
    "Q6256": Kind.COUNTRY,
    "Q515": Kind.CITY,
    "Q11424": Kind.WORK,
    "Q7889": Kind.WORK,
    "Q482994": Kind.WORK,
    "Q5398426": Kind.WORK,
    "Q4830453": Kind.COMPANY,
    "Q43229": Kind.BODY,
}
LINE = re.compile(r"^([^\t\n]+ [^\t\n]+)\t[^\t]*\t[^\t]*\t# (Q\d+)$", re.MULTILINE)


@lru_cache(maxsize=1)
def known_names() -> dict[str, Kind]:
    """Return names with a space inside -> kind; empty where the file is not there."""
    found = find_spec("kiwipiepy_model")
    if found is None or found.origin is None:
        return {}
    path = Path(found.origin).with_name("multi.dict")
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8")
    return {
        match[1]: CLASSES[match[2]] for match in LINE.finditer(lines) if match[2] in CLASSES
    }
