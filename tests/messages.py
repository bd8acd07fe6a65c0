"""The sentences of the interface: found in code and templates, kept in the .po files.

`make messages` runs this: new sentences are added to every translations/<language>,
vanished ones leave. English needs no file, it is what stands in the code.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message, TranslationError
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
METHODS = {"quiz": "python", "templates": "jinja2.ext:babel_extract"}
ENDINGS = {"quiz": "**.py", "templates": "**.*"}
# What marks a sentence for translation, besides gettext's own names; None: first argument.
KEYWORDS = {**DEFAULT_KEYWORDS, "_l": None, "lazy_gettext": None, "Problem": None}


def find_messages(root: Path = ROOT) -> Catalog:
    """Return every sentence marked for translation, with the files it stands in."""
    catalog = Catalog(project="Quiz", fuzzy=False)
    for folder, method in METHODS.items():
        found = extract_from_dir(
            root / folder,
            method_map=[(ENDINGS[folder], method)],
            keywords=KEYWORDS,
            comment_tags=("translators:",),
            strip_comment_tags=True,
        )
        for file, _, sentence, comments, context in found:
            place = (f"{folder}/{file}", 0)
            catalog.add(sentence, None, [place], auto_comments=comments, context=context)
    return catalog


def translations(root: Path = ROOT) -> list[Path]:
    return sorted((root / "translations").glob("*/LC_MESSAGES/messages.po"))


def read_catalog(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3], abort_invalid=True)


def flaws(found: Catalog, translated: Catalog) -> Iterator[str]:
    """Yield what is wrong with a language, one line a sentence."""
    for message in found:
        if not message.id:
            continue
        translation = translated.get(message.id, message.context)
        if translation is None or not all(strings(translation)):
            yield f"not translated: {message.id}"
        elif translation.fuzzy:
            yield f"marked as doubtful (fuzzy): {message.id}"
        else:
            yield from (f"{flaw}: {message.id}" for flaw in placeholder_flaws(translation))


def strings(message: Message) -> tuple[str, ...]:
    string = message.string
    return (string,) if isinstance(string, str) else tuple(string or ("",))


def placeholder_flaws(message: Message) -> Iterator[TranslationError]:
    """Yield why the translation could not be filled in where the sentence can."""
    yield from message.check()


def update(path: Path, found: Catalog) -> None:
    """Bring a language's file up to date; what is translated stays as it is."""
    catalog = read_catalog(path)
    catalog.update(found, no_fuzzy_matching=True, update_creation_date=False)
    text = io.BytesIO()
    write_po(
        text,
        catalog,
        width=92,
        ignore_obsolete=True,
        include_lineno=False,
        sort_by_file=True,
    )
    path.write_bytes(text.getvalue())


def main() -> None:
    found = find_messages()
    for path in translations():
        update(path, found)
        for flaw in flaws(found, read_catalog(path)):
            sys.stdout.write(f"{path.parts[-3]}: {flaw}\n")


if __name__ == "__main__":
    main()
