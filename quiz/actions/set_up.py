"""An installation is set up: its owner, and the banks that come with the program."""

from datetime import datetime
from importlib.resources import files

from sqlalchemy.orm import Session

from quiz.actions.sign_in import owner_of_installation
from quiz.formats.bank_file import read_bank
from quiz.storage.banks import add_bank, find_bank_by_uid
from quiz.storage.catalogue import look_for_doubts
from quiz.storage.removed_banks import forget_removed, was_removed

# In the order of their numbers: the newest comes last.
BUILTIN = ("yunqi-2019.ko", "yunqi-2019.en")


def set_up(session: Session, now: datetime) -> None:
    """Add the owner and each built-in bank that is not there yet, nor was removed."""
    owner = owner_of_installation(session, now)
    for name in BUILTIN:
        file = files("quiz").joinpath("builtin", f"{name}.quiz.json")
        bank = read_bank(file.read_bytes())
        if find_bank_by_uid(session, bank.id) is None and not was_removed(session, bank.id):
            add_bank(session, bank, owner.id, now).is_public = True
    look_for_doubts(session)
    forget_removed(session, now)
    session.commit()
