"""A picture or sound that a teacher brings: known by its content, not by its name.

Pictures are drawn anew and sounds lose their tags, so that nothing of the camera, the
place or the person that made them goes along.
"""

from base64 import b64decode
from dataclasses import dataclass
from hashlib import sha256

from quiz.core.problems import Problem
from quiz.readers.isolation import told_apart
from quiz.readers.sound_files import bare_sound, kind_of_sound

LARGEST_MEDIUM = 16_000_000  # bytes of a file that is brought
DRAWING = "quiz.readers.picture_process"
PICTURE_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")


@dataclass(frozen=True, slots=True)
class FoundMedium:
    """`name` is made of its content, so the same file is kept once."""

    name: str
    content: bytes


def read_medium(content: bytes) -> FoundMedium:
    """Return the picture or sound as it is kept.

    Raises:
        Problem: it is none that every browser knows, too large, or broken.
    """
    if not content:
        raise Problem("The file is empty.")
    if len(content) > LARGEST_MEDIUM:
        most = LARGEST_MEDIUM // 1_000_000
        raise Problem("A picture or sound may take at most %(most)d MB.", most=most)
    if is_picture(content):
        told = told_apart(DRAWING, [], content)
        return named(b64decode(told["content"]), told["ending"])
    if ending := kind_of_sound(content):
        return named(bare_sound(content, ending), ending)
    raise Problem(
        "Choose a picture (PNG, JPEG, WebP, GIF) or a sound (MP3, Ogg, M4A, WAV)."
    )


def is_picture(content: bytes) -> bool:
    is_webp = content[:4] == b"RIFF" and content[8:12] == b"WEBP"
    return is_webp or content.startswith(PICTURE_STARTS)


def named(content: bytes, ending: str) -> FoundMedium:
    return FoundMedium(f"{sha256(content).hexdigest()[:20]}.{ending}", content)
