"""The form of a change to many questions, and of find and replace."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
)

from quiz.core.bulk_edits import BulkEdit
from quiz.core.questions import Form, Status
from quiz.core.text_replacing import FIELDS, Replacement
from quiz.storage.tables import BankRow
from quiz.web.desk_words import LEVEL_NAMES
from quiz.web.question_forms import TagsField
from quiz.web.words import FORM_NAMES, STATUS_NAMES

LEVEL_VALUES = {"easy": 0.2, "medium": 0.5, "hard": 0.8}
ORDER_NAMES = {
    "recent": _l("Last changed first"),
    "prompt": _l("By question"),
    "answer": _l("By answer"),
    "kind": _l("By kind"),
    "status": _l("By status"),
    "hardest": _l("Hardest first"),
    "easiest": _l("Easiest first"),
}
NEW_BANK = "new"


class BulkForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """What many questions get; an empty field leaves theirs as they are."""

    set_status = SelectField(_l("Status"), validate_choice=False)
    set_level = SelectField(_l("Difficulty"), validate_choice=False)
    add_tags = TagsField(_l("Add tags"))
    remove_tags = SelectMultipleField(_l("Remove tags"), validate_choice=False)
    add_forms = SelectMultipleField(_l("Allow these forms"), validate_choice=False)
    remove_forms = SelectMultipleField(_l("Ask no more in"), validate_choice=False)

    def __init__(self, tags: list[str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        as_it_is = ("", _("As it is"))
        self.set_status.choices = [as_it_is, *STATUS_NAMES.items()]
        self.set_level.choices = [as_it_is, *LEVEL_NAMES.items()]
        self.remove_tags.choices = [(tag, tag) for tag in tags]
        self.add_forms.choices = self.remove_forms.choices = list(FORM_NAMES.items())

    def edit(self) -> BulkEdit:
        status = self.set_status.data
        return BulkEdit(
            status=Status(status) if status in set(Status) else None,
            add_tags=self.add_tags.data or (),
            remove_tags=tuple(self.remove_tags.data or ()),
            add_forms=forms_of(self.add_forms.data),
            remove_forms=forms_of(self.remove_forms.data),
            difficulty=LEVEL_VALUES.get(self.set_level.data or ""),
        )


def forms_of(names: list[str] | None) -> tuple[Form, ...]:
    return tuple(form for form in Form if form.value in (names or ()))


class MoveForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """Where questions go, and whether they leave."""

    target = SelectField(_l("Into"), validate_choice=False)
    title = StringField(_l("Title of the new bank"))
    how = RadioField(_l("How"), default="move", validate_choice=False)

    def __init__(self, banks: list[BankRow], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        others = [(str(bank.id), bank.title) for bank in banks]
        self.target.choices = [*others, (NEW_BANK, _("A new bank"))]
        self.how.choices = [("move", _("Move")), ("copy", _("Copy"))]

    @property
    def is_copy(self) -> bool:
        return bool(self.how.data == "copy")


class ReplaceForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """What to find and what to put there; sent with GET until it is carried out."""

    class Meta:
        csrf = False

    old = StringField(_l("Find"))
    put = StringField(_l("Replace by"))
    fields = SelectMultipleField(_l("Look in"), validate_choice=False)
    any_case = BooleanField(_l("Capitals are the same as small letters"))
    whole = BooleanField(_l("Whole words only"))
    as_is = BooleanField(_l("Leave Korean particles as they are"))

    def __init__(self, sent: MultiDict[str, str], names: dict[str, Any]) -> None:
        super().__init__(sent)
        self.fields.choices = [(name, names[name]) for name in FIELDS]
        if "old" not in sent:
            self.fields.data = list(FIELDS)

    def replacement(self) -> Replacement:
        return Replacement(
            find=self.old.data or "",
            put=self.put.data or "",
            fields=tuple(name for name in FIELDS if name in (self.fields.data or ())),
            match_case=not self.any_case.data,
            whole_words=bool(self.whole.data),
            fit_particles=not self.as_is.data,
        )
