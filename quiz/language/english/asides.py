"""Names between two commas: 'Lyon, France, has' keeps its second comma when cut short."""

import re

NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*"
ASIDE = re.compile(rf", (?P<name>{NAME})(?=,)")
GOES_ON = r"(?= (?!and\b|or\b|but\b)[a-z])"


def closed_asides(wording: str, sentence: str) -> str:
    """Return the wording with the comma after each name that its sentence sets off.

    What followed that comma in the sentence may have gone, and the comma with it.
    """
    for match in ASIDE.finditer(sentence):
        name = re.escape(match["name"])
        wording = re.sub(rf"(, (?:\{{\{{{name}\}}\}}|{name})){GOES_ON}", r"\1,", wording)
    return wording
