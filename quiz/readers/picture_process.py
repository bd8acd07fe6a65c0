"""The process in which pictures are drawn anew: limits first, then one picture."""

import json
import sys
from base64 import b64encode
from io import BytesIO
from typing import Any

from PIL import Image, ImageOps, ImageSequence

from quiz.core.problems import Problem
from quiz.readers.process_limits import limit_resources

ENDINGS = {"PNG": "png", "JPEG": "jpg", "GIF": "gif", "WEBP": "webp"}
LONGEST_SIDE = 1600  # pixels of what is kept: sharp on any phone and most desks
MOST_PIXELS = 50_000_000  # of one picture, as large cameras make them
MOST_MOVING = 60_000_000  # pixels of all frames of a moving one
Image.MAX_IMAGE_PIXELS = None  # they are counted here, before any is read
LARGEST_PROFILE = 20_000  # bytes of a colour profile


def drawn_anew(content: bytes) -> tuple[bytes, str]:
    """Return the picture without anything but its pixels, and the ending of its kind.

    Raises:
        Problem: it is broken or has too many pixels.
    """
    try:
        with Image.open(BytesIO(content), formats=tuple(ENDINGS)) as image:
            kind, frames = str(image.format), getattr(image, "n_frames", 1)
            check_pixels(image.width * image.height, frames)
            return (moving if frames > 1 else still)(image, kind), ENDINGS[kind]
    except Problem:
        raise
    except Exception:  # Pillow fails in many ways on broken files
        raise Problem("The picture is broken: it can't be read.") from None


def check_pixels(pixels: int, frames: int) -> None:
    most = MOST_PIXELS if frames == 1 else MOST_MOVING
    if pixels * frames > most:
        millions = most // 1_000_000
        raise Problem("A picture may have at most %(most)d million pixels.", most=millions)


def still(image: Image.Image, kind: str) -> bytes:
    image.draft(
        "RGB", (LONGEST_SIDE, LONGEST_SIDE)
    )  # a large JPEG is read at half its size
    profile, mode = image.info.get("icc_profile") or b"", image.mode
    picture: Image.Image = ImageOps.exif_transpose(image)
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    picture = fit_for(picture, kind)
    options: dict[str, Any] = {"PNG": {"optimize": True}}.get(kind, {"quality": 86})
    if picture.mode == mode and 0 < len(profile) <= LARGEST_PROFILE:
        options["icc_profile"] = profile
    return saved([picture], kind, **options)


def fit_for(picture: Image.Image, kind: str) -> Image.Image:
    """Return the picture in a mode that its kind can keep, and nothing but its pixels."""
    modes = {"JPEG": ("L", "RGB"), "WEBP": ("RGB", "RGBA")}.get(
        kind, ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")
    )
    if picture.mode not in modes:
        has_alpha = kind != "JPEG" and picture.has_transparency_data
        picture = picture.convert("RGBA" if has_alpha else "RGB")
    kept = {"transparency", "duration", "loop", "disposal", "background"}
    picture.info = {name: value for name, value in picture.info.items() if name in kept}
    return picture


def moving(image: Image.Image, kind: str) -> bytes:
    """Return an animation, frame by frame, with the time that each frame stays."""
    durations, frames = list[int](), list[Image.Image]()
    for frame in ImageSequence.Iterator(image):
        durations.append(int(frame.info.get("duration") or 100))
        copy = frame.convert("RGBA")
        copy.thumbnail((LONGEST_SIDE // 2, LONGEST_SIDE // 2))
        copy.info = {}
        frames.append(copy)
    if kind == "JPEG":  # some cameras put a second picture into the file
        return still(frames[0].convert("RGB"), kind)
    loop = int(image.info.get("loop", 0) or 0)
    return saved(frames, kind, duration=durations, loop=loop)


def saved(frames: list[Image.Image], kind: str, **options: Any) -> bytes:
    stream, (first, *rest) = BytesIO(), frames
    more = {"save_all": True, "append_images": rest} if rest else {}
    first.save(stream, format=kind, **options, **more)
    return stream.getvalue()


def main(content: bytes) -> dict[str, Any]:
    try:
        picture, ending = drawn_anew(content)
    except Problem as problem:
        return {"problem": problem.sentence, "values": problem.values}
    return {"content": b64encode(picture).decode(), "ending": ending}


if __name__ == "__main__":
    limit_resources()
    sys.stdout.write(json.dumps(main(sys.stdin.buffer.read())))
