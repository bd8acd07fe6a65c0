"""How the project is built: translations are compiled, a wheel carries the pages."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BESIDE_THE_PACKAGE = ("templates", "static", "translations")


class CustomBuildHook(BuildHookInterface[Any]):
    """An editable install ("editable") reads the checkout; a wheel needs it inside."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        compile_translations(root / "translations")
        if version != "editable":
            for name in BESIDE_THE_PACKAGE:
                build_data["force_include"][str(root / name)] = f"quiz/{name}"


def compile_translations(folder: Path) -> None:
    """Write a .mo beside every <folder>/<language>/LC_MESSAGES/messages.po."""
    for source in folder.glob("*/LC_MESSAGES/*.po"):
        with source.open("rb") as file:
            catalog = read_po(file, locale=source.parts[-3])
        with source.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, catalog)


if __name__ == "__main__":
    compile_translations(Path(__file__).parent / "translations")
