"""Which library and which model read each language, and whether they are there."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from quiz.language.drafting import FOLDERS


@dataclass(frozen=True, slots=True)
class Package:
    """A package by the name it is imported by; `version` is "" where it isn't there."""

    name: str
    version: str

    @property
    def is_there(self) -> bool:
        return bool(self.version)

    def __str__(self) -> str:
        return f"{self.name} {self.version}".rstrip()


@dataclass(frozen=True, slots=True)
class Analyser:
    """What reads texts in a language; of several models that would do, the one taken."""

    language: str
    library: Package
    model: Package
    command: str  # installs both

    @property
    def is_there(self) -> bool:
        return self.library.is_there and self.model.is_there


def installed_analysers() -> tuple[Analyser, ...]:
    """Look for each language's library and model, without loading them."""
    return tuple(analyser_of(language) for language in FOLDERS)


def analyser_of(language: str) -> Analyser:
    folder = FOLDERS[language].rpartition(".")[0]
    module = import_module(f"{folder}.analyser")
    library, model = package(module.LIBRARY), best(module.MODELS)
    return Analyser(language, library, model, module.INSTALL)


def best(names: Iterable[str]) -> Package:
    """Return the first package that is installed, else the last: a registry has that."""
    found = [package(name) for name in names]
    return next((each for each in found if each.is_there), found[-1])


def package(name: str) -> Package:
    if find_spec(name) is None:
        return Package(name, "")
    try:
        return Package(name, version(name))
    except PackageNotFoundError:  # put there by hand
        return Package(name, "of no known version")
