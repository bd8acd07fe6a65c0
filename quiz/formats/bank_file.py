"""The bank file (*.quiz.json): everything of a bank, out and in again without loss."""

import json
import re
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from jsonschema.protocols import Validator
from jsonschema.validators import extend

from quiz.core.plain_data import bank_data, bank_from
from quiz.core.problems import Problem
from quiz.core.questions import Bank, Question

ODD = re.compile(r"\\u[dD][89a-fA-F]")  # half of a character, when it stands alone
NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
LARGEST_FILE = 50_000_000  # bytes
KNOWN = ("quiz-bank", 1)  # format and version


def write_bank(bank: Bank) -> bytes:
    return (json.dumps(bank_data(bank), ensure_ascii=False, indent=1) + "\n").encode()


def read_bank(content: bytes) -> Bank:
    """Read a bank file.

    Raises:
        Problem: it is no bank file, or something in it can't hold; names the place.
    """
    data = json_of(content)
    check_version(data)
    error = best_match(validator().iter_errors(data))
    if error is not None:
        place = "/".join(str(part) for part in error.absolute_path) or "top"
        raise Problem(
            "The bank file is wrong at “%(place)s”: %(reason)s",
            place=place,
            reason=error.message[:200],
        )
    try:
        bank = bank_from(data)
    except (ValueError, OverflowError) as error:  # such as 30 February
        raise Problem("The bank file is wrong: %(reason)s", reason=error) from None
    check_ids(bank)
    check_evidence(bank)
    return bank


def check_version(data: Any) -> None:
    """Raise a Problem where this is another kind of file, or one of another time."""
    if not isinstance(data, dict) or (data.get("format"), data.get("version")) != KNOWN:
        raise Problem("This is not a bank file of a version that this program reads.")


def json_of(content: bytes) -> Any:
    if len(content) > LARGEST_FILE:
        raise Problem(
            "The file is larger than %(most)d MB.", most=LARGEST_FILE // 1_000_000
        )
    try:
        text = content.decode("utf-8-sig")
        data = json.loads(text, parse_constant=refuse)
        if NUL.search(text):
            raise ValueError("\0")  # PostgreSQL can't keep it
        if ODD.search(text):
            json.dumps(data, ensure_ascii=False).encode()  # fails for half a character
    except (ValueError, RecursionError):  # decoding errors are ValueErrors too
        raise Problem("This is not a bank file: it is not JSON in UTF-8.") from None
    return data


def refuse(constant: str) -> None:
    """Refuse NaN and Infinity: Python reads them, but they are not JSON."""
    raise ValueError(constant)


def check_ids(bank: Bank) -> None:
    """Raise a Problem where two articles or two questions have the same id."""
    for things in (bank.articles, bank.questions):
        ids = Counter(thing.id for thing in things)
        if twice := [each for each, count in ids.items() if count > 1]:
            raise Problem("The bank file has the id %(id)s twice.", id=twice[0])


def check_evidence(bank: Bank) -> None:
    """Raise a Problem where a question's evidence does not stand in its article."""
    texts = {article.id: article.text for article in bank.articles}
    for question in bank.questions:
        if question.evidence and not stands(question, texts):
            raise Problem(
                "The evidence of “%(prompt)s” does not stand in its article.",
                prompt=question.prompt,
            )


def stands(question: Question, texts: dict[str, str]) -> bool:
    evidence = question.evidence
    if evidence is None:
        return True
    quote, text = evidence.quote, texts.get(evidence.article, "")
    return (
        quote != ""
        and text[evidence.start : evidence.end] == quote
        and evidence.answer_start <= evidence.answer_end <= len(quote)
    )


@cache
def validator() -> Validator:
    schema = files("quiz.formats").joinpath("bank_file.schema.json").read_bytes()
    # JSON Schema takes 1e300 for an integer; as an offset it is none.
    kinds = Draft202012Validator.TYPE_CHECKER.redefine("integer", is_integer)
    strict = extend(Draft202012Validator, type_checker=kinds)  # type: ignore[no-untyped-call]
    found: Validator = strict(json.loads(schema))
    return found


def is_integer(_checker: object, value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
