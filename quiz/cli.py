"""The commands of `quiz`: the same actions at a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import wraps
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo

import click
from rich.console import Console
from rich.progress import Progress as Bar
from sqlalchemy.orm import Session

from quiz.actions.background import SIGN, work
from quiz.actions.bring_deck import import_deck
from quiz.actions.draft_article import read_article
from quiz.actions.examine import examine
from quiz.actions.export_bank import FORMATS, export_bank
from quiz.actions.export_deck import WantedDeck, export_deck
from quiz.actions.import_bank import import_bank
from quiz.actions.push_deck import push_deck
from quiz.actions.sign_in import make_owner_link, owner_of_installation
from quiz.anki.deck_options import Cards
from quiz.app import create_app
from quiz.core.article import Article
from quiz.core.learner import Learner, read_zone
from quiz.core.problems import Problem
from quiz.core.questions import Bank, Form, Question
from quiz.formats.bank_file import write_bank
from quiz.language import Draft, detect_language, draft_article
from quiz.readers.found_text import FoundText
from quiz.readers.isolation import read_file_apart, read_page_apart
from quiz.readers.public_addresses import looks_like_address
from quiz.server import check_port, leave_with, prepare, serve
from quiz.storage.banks import NotFound, banks_of, count_by_status, find_bank
from quiz.storage.engine import bring_up_to_date
from quiz.web.database import db
from quiz.web.deck_pages import anki_connect

CARDS = [cards.value for cards in Cards]
ZIP = b"PK"  # how Anki's packages begin
TICKED = ("by_tag", "read_aloud", "with_progress", "with_preset", "has_earlier")


class Commands(click.Group):
    """Shows what a person can put right as one line, without a stack trace."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except Problem as problem:
            raise click.ClickException(str(problem)) from None
        except NotFound as missing:
            raise click.ClickException(
                f"There is no such {missing}. See: quiz banks"
            ) from None


@contextmanager
def database() -> Iterator[Session]:
    """Open this installation's database, up to date."""
    with create_app().app_context():
        bring_up_to_date(db.engine)
        yield db.session()


@click.group(cls=Commands)
@click.version_option(package_name="quiz")
def main() -> None:
    """Turn articles into question banks, a spaced quiz and Anki decks."""


@main.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=5000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--processes", default=2, show_default=True, type=click.IntRange(1, 64))
@click.option("--worker/--no-worker", default=True, help="Draft in a process started here.")
@click.option("--debug", is_flag=True, help="Flask's debug server, for development only.")
def serve_command(host: str, port: int, processes: int, worker: bool, debug: bool) -> None:
    """Serve the quiz and print its address and the owner's one-time link."""
    check_port(host, port)
    app = create_app()
    token = prepare(app)
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    click.echo(f"Quiz is at      {address}/")
    click.echo(f"Teacher's desk  {address}/sign-in/{token}   (works once, for a day)")
    click.echo("Stop with Ctrl+C.")
    sys.stdout.flush()
    if debug:
        app.run(host, port, debug=True)
    else:
        database = app.config["SQLALCHEMY_DATABASE_URI"]
        serve(host, port, database, processes=processes, with_worker=worker)


@main.command("worker")
@click.option("--parent", type=int, hidden=True, help="End when this process has gone.")
def worker_command(parent: int | None) -> None:
    """Draft articles in the background, for servers started with --no-worker."""
    if parent is not None:
        leave_with(parent)
    app = create_app()
    kept = app.extensions
    tasks = kept["quiz_draft"], kept["quiz_fit"]
    sign = Path(app.instance_path, SIGN)
    work(kept["quiz_queue"], kept["quiz_sessions"], *tasks, sign)


@main.command("owner")
@click.option("--address", default="http://127.0.0.1:5000", show_default=True)
def owner_command(address: str) -> None:
    """Print a new one-time link into the teacher's desk."""
    with database() as session:
        click.echo(
            f"{address.rstrip('/')}/sign-in/{make_owner_link(session, datetime.now(UTC))}"
        )


@main.command("doctor")
def doctor_command() -> None:
    """Say what is there and what is missing; exit status 1 if something is amiss."""
    app = create_app()
    with app.app_context():
        findings = examine(db.engine, Path(app.instance_path), datetime.now(UTC))
    for finding in findings:
        click.echo(f"{'  ' if finding.is_well else '! '}{finding.sentence}")
    amiss = sum(not finding.is_well for finding in findings)
    click.echo("All is well." if not amiss else f"Lines with ! need you: {amiss}.")
    sys.exit(1 if amiss else 0)


@main.command("draft")
@click.argument("source", metavar="FILE|ADDRESS")
@click.option("--title", default="", help="Else as the file or its first line says.")
@click.option(
    "--date",
    "written",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Of the article; else as the file or the text says.",
)
@click.option("--language", default="", help="Such as ko; else found out from the script.")
@click.option("--json", "as_json", is_flag=True, help="Print the bank file (the default).")
@click.option("--text", "as_text", is_flag=True, help="Print prompts and answers to read.")
@click.option(
    "--why", is_flag=True, help="Say on standard error what was dropped, and why."
)
def draft_command(
    source: str,
    title: str,
    written: datetime | None,
    language: str,
    as_json: bool,
    as_text: bool,
    why: bool,
) -> None:
    """Print the draft bank of an article: a file of any kind, or a web address.

    - reads standard input. Nothing is stored.
    """
    if as_json and as_text:
        raise click.UsageError("Choose either --json or --text.")
    found = read_source(source)
    known, text = found.imprint, found.text
    article = read_article(
        title or known.title,
        text,
        language or detect_language(text),
        written.date() if written else known.date,
        known.source,
    )
    drafted = with_progress(article)
    bank = Bank(
        id=article.id,
        title=article.title,
        language=article.language,
        articles=(article,),
        questions=drafted.questions,
        warnings=drafted.warnings,
    )
    if as_text:
        print_questions(bank)
    else:
        click.echo(write_bank(bank), nl=False)
    if why:
        for reason, count in drafted.rejected.most_common():
            click.echo(f"{count:5} {reason}", err=True)


def read_source(source: str) -> FoundText:
    """Read a web address, a file, or standard input where it is "-"."""
    if looks_like_address(source):
        return read_page_apart(source)
    try:
        with click.open_file(source, "rb") as file:
            content = file.read()
    except OSError as error:
        raise click.BadParameter(f"“{source}”: {error.strerror}") from None
    return read_file_apart("" if source == "-" else source, content)


def with_progress(article: Article) -> Draft:
    """Draft with a progress bar on standard error where that is a terminal."""
    now = datetime.now(UTC)
    console = Console(stderr=True)
    if not console.is_terminal:
        return draft_article(article, now)
    with Bar(console=console, transient=True) as bar:
        task = bar.add_task("Drafting", total=None)
        return draft_article(
            article, now, lambda done, total: bar.update(task, completed=done, total=total)
        )


def print_questions(bank: Bank) -> None:
    for number, question in enumerate(bank.questions, 1):
        forms = ", ".join(question.forms)
        click.echo(
            f"{number}. {question.prompt}\n   = {' | '.join(answers(question))}  [{forms}]"
        )
        if question.wrong:
            click.echo(f"   x {' | '.join(option.text for option in question.wrong)}")
        if Form.CLOZE in question.forms:
            click.echo(f"   _ {question.cloze}")
    for warning in bank.warnings:
        click.echo(f"! {warning.message}")


def answers(question: Question) -> tuple[str, ...]:
    return question.answer.accepted or (question.answer.shown,)


@main.command("banks")
def banks_command() -> None:
    """List the banks with their numbers."""
    with database() as session:
        owner = owner_of_installation(session, datetime.now(UTC))
        for bank in banks_of(session, owner.id):
            counts = count_by_status(session, bank.id)
            said = ", ".join(f"{count} {status}" for status, count in counts.items())
            click.echo(f"{bank.id:4}  {bank.title}  ({said})")


@main.command("import")
@click.argument("file", type=click.File("rb"))
@click.option("--answers/--no-answers", default=True, help="Of an Anki deck: your log.")
def import_command(file: BinaryIO, answers: bool) -> None:
    """Add a bank file (*.quiz.json) or an Anki deck (.apkg, .colpkg) to your banks.

    A deck whose questions are here already adds what is new to their bank.
    """
    with database() as session:
        now = datetime.now(UTC)
        owner = owner_of_installation(session, now)
        content = file.read()
        if content.startswith(ZIP):
            deck, name = BytesIO(content), Path(file.name).stem
            learner = Learner(owner.id, owner.id, read_zone(owner.zone) or ZoneInfo("UTC"))
            outcome = import_deck(session, db.engine, learner, deck, name, answers, now)
            click.echo(outcome.told, err=True)
            bank = find_bank(session, outcome.bank_id)
        else:
            bank = import_bank(session, owner.id, content, now)
        click.echo(f"{bank.id:4}  {bank.title}")


@main.command("export")
@click.argument("bank", type=int)
@click.option("--to", "form", type=click.Choice(sorted(FORMATS)), required=True)
@click.option("-o", "--output", type=click.File("wb", lazy=False), default="-")
def export_command(bank: int, form: str, output: BinaryIO) -> None:
    """Write a bank, by its number, as a bank file, an Anki deck or a spreadsheet."""
    if form in {"anki", "xlsx"} and output.isatty():
        raise click.UsageError("This is not for the screen: name a file with -o FILE.")
    with database() as session:
        output.write(export_bank(session, bank, form).content)


def deck_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add what may be chosen about a deck, as `wanted`, and `address` for its links."""

    @click.option("--cards", type=click.Choice(CARDS), default="mix", show_default=True)
    @click.option("--by-tag", is_flag=True, help="A deck inside the deck for each tag.")
    @click.option("--read-aloud", is_flag=True, help="By the device's own voice.")
    @click.option("--progress", "with_progress", is_flag=True, help="Your own, from here.")
    @click.option("--preset", "with_preset", is_flag=True, help="Your settings.")
    @click.option(
        "--earlier", "has_earlier", is_flag=True, help="Mark what was withdrawn since."
    )
    @click.option("--address", default="", help="Where this quiz is served, for links.")
    @wraps(command)
    def with_options(address: str, cards: str, **chosen: Any) -> None:
        ticked = {name: chosen.pop(name) for name in TICKED}
        link = f"{address.rstrip('/')}/q/{{id}}" if address else ""
        command(wanted=WantedDeck(Cards(cards), **ticked), link=link, **chosen)

    return with_options


def owner_learning(session: Session) -> Learner:
    """Return the owner of the installation as somebody who learns here."""
    owner = owner_of_installation(session, datetime.now(UTC))
    return Learner(owner.id, owner.id, read_zone(owner.zone) or ZoneInfo("UTC"))


@main.group("anki")
def anki_group() -> None:
    """Take a bank into Anki, with options."""


@anki_group.command("deck")
@click.argument("bank", type=int)
@click.option("-o", "--output", type=click.File("wb", lazy=False), required=True)
@deck_options
def deck_command(bank: int, output: BinaryIO, wanted: WantedDeck, link: str) -> None:
    """Write the deck of a bank, by its number."""
    with database() as session:
        deck = export_deck(session, owner_learning(session), bank, wanted, link)
        output.write(deck.content)


@anki_group.command("push")
@click.argument("bank", type=int)
@deck_options
def push_command(bank: int, wanted: WantedDeck, link: str) -> None:
    """Put the deck of a bank into Anki, which must run on this machine with AnkiConnect."""
    with database() as session:
        anki = anki_connect()
        count = push_deck(session, owner_learning(session), bank, wanted, anki, link)
        click.echo(f"{count} questions are in Anki.")
