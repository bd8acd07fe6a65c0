"""One change for many questions: status, tags, forms, difficulty."""

from dataclasses import dataclass, replace

from quiz.core.problems import Problem
from quiz.core.questions import Form, Question, Status, checked, why_not


@dataclass(frozen=True, slots=True)
class BulkEdit:
    """What every question gets; an empty value leaves its field as it is.

    `difficulty` runs from 0 (easy) to 1.
    """

    status: Status | None = None
    add_tags: tuple[str, ...] = ()
    remove_tags: tuple[str, ...] = ()
    add_forms: tuple[Form, ...] = ()
    remove_forms: tuple[Form, ...] = ()
    difficulty: float | None = None

    @property
    def says_nothing(self) -> bool:
        return self == BulkEdit()


def bulk_edited(question: Question, edit: BulkEdit) -> Question:
    """Return the question with all of `edit`, or refuse the whole of it.

    Raises:
        Problem: it could not be asked in a form, or not be approved.
    """
    gone = set(edit.remove_tags) - set(edit.add_tags)
    kept = (tag for tag in question.tags if tag not in gone)
    forms = {*question.forms, *edit.add_forms} - set(edit.remove_forms)
    new = replace(
        question,
        status=edit.status or question.status,
        tags=tuple(dict.fromkeys((*kept, *edit.add_tags))),
        forms=tuple(form for form in Form if form in forms),
        difficulty=question.difficulty if edit.difficulty is None else edit.difficulty,
    )
    if not (edit.add_forms or edit.remove_forms):
        new = replace(new, forms=question.forms)  # in the order in which they were
    elif not new.forms:
        raise Problem("Choose at least one form.")
    for form in edit.add_forms:
        if reason := why_not(new, form):
            raise reason
    if new != question and new.status is Status.APPROVED:
        checked(new)
    return new
