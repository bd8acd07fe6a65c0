"""A bank's deck for Anki: what may be chosen about it, and the files."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlencode

from flask import (
    Blueprint,
    abort,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from quiz.actions.export_deck import (
    WantedDeck,
    export_deck,
    export_media_file,
    export_update_file,
    offer_deck,
)
from quiz.actions.push_deck import push_deck
from quiz.anki.connect import AnkiConnect
from quiz.anki.deck_options import Cards
from quiz.core.problems import Problem
from quiz.web.database import db
from quiz.web.reading_pages import card_link, send_download
from quiz.web.security import owner_id, owner_only
from quiz.web.visitors import current_learner
from quiz.web.words import say

TICKED = {
    "by_tag": "by_tag",
    "read_aloud": "read_aloud",
    "progress": "with_progress",
    "preset": "with_preset",
    "earlier": "has_earlier",
}
MOST_REMEMBERED = 50  # banks whose deck this browser has taken

pages = Blueprint("decks", __name__, url_prefix="/read/<int:bank_id>")


@pages.get("/deck")
def show(bank_id: int) -> ResponseReturnValue:
    """Offer the deck with its options."""
    offer = offer_deck(db.session(), current_learner(), bank_id)
    wanted = read_wanted(request.args)
    if bank_id in decks_taken():
        wanted = replace(wanted, has_earlier=True)
    return render_template(
        "decks/show.html",
        offer=offer,
        wanted=wanted,
        ways=ways_to_ask(),
        can_push=can_push(),
    )


@pages.route("/deck.apkg", methods=["GET", "POST"])
def file(bank_id: int) -> ResponseReturnValue:
    wanted, learner = read_wanted(request.values), current_learner()
    deck = export_deck(db.session(), learner, bank_id, wanted, card_link())
    remember_deck(bank_id)
    return send_download(deck)


@pages.get("/deck.txt")
def update_file(bank_id: int) -> ResponseReturnValue:
    """Send the text file for those who changed the note type."""
    wanted, learner = read_wanted(request.args), current_learner()
    return send_download(
        export_update_file(db.session(), learner, bank_id, wanted, card_link())
    )


@pages.get("/deck-media.zip")
def media_file(bank_id: int) -> ResponseReturnValue:
    """Send the pictures and sounds that the text file can't bring."""
    return send_download(export_media_file(db.session(), current_learner(), bank_id))


@pages.post("/deck/anki")
@owner_only
def push(bank_id: int) -> ResponseReturnValue:
    """Put the deck into Anki on the machine where this server runs too."""
    if not can_push():
        abort(404)
    wanted, learner = read_wanted(request.form), current_learner()
    try:
        count = push_deck(
            db.session(), learner, bank_id, wanted, anki_connect(), card_link()
        )
    except Problem as problem:
        flash(say(problem))
    else:
        remember_deck(bank_id)
        flash(
            ngettext(
                "%(num)s question is in Anki.", "%(num)s questions are in Anki.", count
            )
        )
    chosen = urlencode(wanted_in_address(wanted))
    return redirect(f"{url_for('decks.show', bank_id=bank_id)}?{chosen}")


def anki_connect() -> AnkiConnect:
    settings = current_app.config
    return AnkiConnect(settings["ANKI_CONNECT_URL"], settings["ANKI_CONNECT_KEY"])


def can_push() -> bool:
    """Tell whether Anki on the visitor's machine would be Anki on this one."""
    address = request.remote_addr or ""
    return owner_id() is not None and (address == "::1" or address.startswith("127."))


def read_wanted(sent: Mapping[str, str]) -> WantedDeck:
    """Return what was chosen; what makes no sense is left out."""
    cards = sent.get("cards", "")
    return WantedDeck(
        cards=Cards(cards) if cards in set(Cards) else Cards.MIX,
        **{attribute: name in sent for name, attribute in TICKED.items()},
    )


def wanted_in_address(wanted: WantedDeck) -> dict[str, str]:
    """Return what `read_wanted` reads."""
    ticked = {name: "y" for name, each in TICKED.items() if getattr(wanted, each)}
    return {"cards": wanted.cards.value, **ticked}


def ways_to_ask() -> dict[Cards, str]:
    return {
        Cards.MIX: _(
            "As in the quiz: new ones as a choice, known ones as a gap, then typed"
        ),
        Cards.CHOICES: _("Choices"),
        Cards.CLOZE: _("Gaps in sentences"),
        Cards.RECALL: _("Question in front, answer behind"),
        Cards.TYPED: _("Typing the answer"),
    }


def decks_taken() -> list[int]:
    taken: list[int] = session.get("decks", [])
    return taken


def remember_deck(bank_id: int) -> None:
    """Remember that this browser has the deck, so that its next edition marks more."""
    others = [each for each in decks_taken() if each != bank_id]
    session["decks"] = [*others, bank_id][-MOST_REMEMBERED:]
