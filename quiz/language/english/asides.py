"""Names between two commas: 'Lyon, France, has' keeps its second comma when cut short."""

import re

NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*"
ASIDE = re.compile(rf", (?P<name>{NAME})(?=,)")
# 'As was announced, Ada Marsh will retire': the name is whom it tells of.
OPENED = re.compile(
    r"(?:As|In|On|At|By|After|Before|From|With|For|During|Under|Since|When|While|Although|"
    r"Because|To)\b[^,]*\b[a-z\d]\w*$"
)
GOES_ON = r"(?= (?!and\b|or\b|but\b)[a-z])"


def closed_asides(wording: str, sentence: str) -> str:
    """Return the wording with the comma after each name that its sentence sets off.

    What followed that comma in the sentence may have gone, and the comma with it.
    """
    for match in ASIDE.finditer(sentence):
        name = re.escape(match["name"])
        found = re.search(rf", (?:\{{\{{{name}\}}\}}|{name}){GOES_ON}", wording)
        if found is not None and not OPENED.match(wording[: found.start()]):
            wording = f"{wording[: found.end()]},{wording[found.end() :]}"
    return wording
