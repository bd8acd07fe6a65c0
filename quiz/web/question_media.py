"""The pictures and sounds in the form of a question: brought, described, taken out."""

from datetime import UTC, datetime

from flask import request
from werkzeug.datastructures import FileStorage

from quiz.actions.bring_medium import bring_medium
from quiz.core.problems import Problem
from quiz.core.questions import Medium
from quiz.readers.media_files import LARGEST_MEDIUM
from quiz.storage.media import names_of_media
from quiz.web.database import db
from quiz.web.question_forms import QuestionForm
from quiz.web.security import owner_id
from quiz.web.words import say

MOST_FILES = 8  # in one request


def bring_files(form: QuestionForm, bank_id: int) -> None:
    """Keep the files that came with the form, and leave out what the bank doesn't have."""
    files = [each for each in request.files.getlist("files") if each.filename]
    for file in files[:MOST_FILES]:
        try:
            form.attached.append(Medium(brought(file, bank_id)))
        except Problem as problem:
            form.refuse_file(f"{file.filename}: {say(problem)}")
    if named := {medium.name for medium in form.media_told()}:
        form.known = names_of_media(db.session(), bank_id, named)


def brought(file: FileStorage, bank_id: int) -> str:
    content = file.stream.read(LARGEST_MEDIUM + 1)
    return bring_medium(db.session(), owner_id() or 0, bank_id, content, datetime.now(UTC))
