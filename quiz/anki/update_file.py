"""Bank -> text file that updates notes in Anki whatever note type they have by now.

Anki finds the notes by their GUID and changes the fields that have the same name there;
schedules, tags and the learner's own fields stay. A text can't bring pictures and sounds:
they come in a file of their own, for Anki's folder of media.
"""

import csv
import io
import zipfile

from quiz.anki.deck import address, chosen, face_of
from quiz.anki.deck_options import DeckOptions
from quiz.anki.note_evidence import Passages
from quiz.anki.note_fields import fields_of
from quiz.anki.note_media import files_for
from quiz.anki.note_text import as_deck_name, clean
from quiz.anki.note_type import FIELD_NAMES
from quiz.anki.note_words import words_of
from quiz.anki.package import put
from quiz.core.problems import Problem
from quiz.core.questions import Bank, Status

FILLED = tuple(name for name in FIELD_NAMES if not name.startswith("Spare"))


def write_update_file(bank: Bank, options: DeckOptions) -> bytes:
    """Return the text file of the approved questions.

    Raises:
        Problem: no question is approved.
    """
    questions = [q for q in chosen(bank, options) if q.status is Status.APPROVED]
    if not questions:
        raise Problem("Approve a question first: only approved questions go into a deck.")
    passages = Passages(bank.articles, words_of(bank.language))
    stream = io.StringIO()
    stream.write("#separator:tab\n#html:true\n#guid column:1\n")
    stream.write(f"#deck:{as_deck_name(bank.deck or bank.title)}\n")
    stream.write("#columns:" + "\t".join(("GUID", *FILLED)) + "\n")
    rows = csv.writer(stream, delimiter="\t", lineterminator="\n")
    for question in questions:
        link, face = address(question, options.link), face_of(question, options)
        fields = fields_of(question, passages, link, face)
        rows.writerow((clean(question.id), *fields[: len(FILLED)]))
    return stream.getvalue().encode()


def write_media_file(bank: Bank) -> bytes:
    """Return a zip of the pictures and sounds that the approved questions name.

    Raises:
        Problem: there are none.
    """
    asked = [each for each in bank.questions if each.status is Status.APPROVED]
    files = files_for(asked, bank)
    if not files:
        raise Problem("No approved question of this bank has a picture or a sound.")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            put(archive, name, content, zipfile.ZIP_STORED)
    return stream.getvalue()
