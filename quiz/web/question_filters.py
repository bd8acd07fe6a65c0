"""Which questions a page's address or form speaks of: a filter, or ticked ones."""

from typing import Any

from werkzeug.datastructures import MultiDict

from quiz.core.questions import Form, Status
from quiz.storage.catalogue import LEVELS, ORDERS, Chosen, Wanted
from quiz.web.addresses import row_id

LONGEST_SOUGHT = 200


def wanted_in(asked: MultiDict[str, str]) -> Wanted:
    """Return the filter of an address or a form; what makes no sense is left out."""
    status, form = asked.get("status", ""), asked.get("form", "")
    level, order = asked.get("level", ""), asked.get("order", "")
    doubt = asked.get("doubt", "")
    return Wanted(
        text=asked.get("find", "").strip()[:LONGEST_SOUGHT],
        status=Status(status) if status in set(Status) else None,
        kind=asked["kind"] if asked.get("kind", "*") != "*" else None,
        tag=asked.get("tag", "")[:LONGEST_SOUGHT],
        form=Form(form) if form in set(Form) else None,
        level=level if level in LEVELS else "",
        order=order if order in ORDERS else "",
        doubt={"yes": True, "no": False}.get(doubt),
    )


def filter_values(wanted: Wanted) -> dict[str, Any]:
    """Return what an address says to ask for the same again."""
    values = {
        "find": wanted.text,
        "status": wanted.status,
        "tag": wanted.tag,
        "form": wanted.form,
        "level": wanted.level,
        "order": wanted.order,
    }
    said = {name: str(value) for name, value in values.items() if value}
    if wanted.kind is not None:
        said["kind"] = wanted.kind
    if wanted.doubt is not None:
        said["doubt"] = "yes" if wanted.doubt else "no"
    return said


def filters(wanted: Wanted) -> bool:
    """Tell whether it leaves any question out."""
    return bool(filter_values(wanted).keys() - {"order"})


def chosen_in(sent: MultiDict[str, str]) -> Chosen:
    """Return the ticked questions of a form, or all that its filter lets through."""
    if sent.get("all"):
        return wanted_in(sent)
    return sent.getlist("question", type=row_id)


def chosen_values(chosen: Chosen) -> list[tuple[str, str]]:
    """Return what a form carries along to speak of the same questions again."""
    if isinstance(chosen, Wanted):
        return [("all", "1"), *filter_values(chosen).items()]
    return [("question", str(each)) for each in chosen]
