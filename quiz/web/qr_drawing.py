"""A web address as a QR code, to be drawn as SVG."""

from dataclasses import dataclass

import segno

QUIET = 4  # modules of white around the code, as the standard wants


@dataclass(frozen=True, slots=True)
class QrCode:
    """`size` is the drawing's width in modules, `path` what is black in it."""

    size: int
    path: str


def qr_code(text: str) -> QrCode:
    rows = segno.make(text, error="m", micro=False).matrix
    runs = [
        f"M{x + QUIET} {y + QUIET}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, is_black in enumerate(row)
        if is_black
    ]
    return QrCode(len(rows) + 2 * QUIET, "".join(runs))
