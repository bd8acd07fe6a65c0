"""Pictures and sounds that teachers bring: known by their content, bare of all else."""

import io
import struct
import zlib
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from quiz.core.problems import Problem
from quiz.readers import media_files
from quiz.readers.media_files import read_medium
from quiz.readers.picture_process import LONGEST_SIDE, drawn_anew
from quiz.readers.sound_files import bare_sound, kind_of_sound

GPS, MAKER, ORIENTATION = 0x8825, 0x010F, 0x0112
SECRET = b"N37.5665 E126.978"


def picture(kind: str, size: tuple[int, int] = (60, 40), mode: str = "RGB") -> bytes:
    """Return a picture with a red left half that tells who made it and where."""
    image = Image.new(mode, size)
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 2 - 1, size[1]), fill="red")
    exif = Image.Exif()
    exif[MAKER] = SECRET.decode()
    exif.get_ifd(GPS)[1] = "N"
    stream = io.BytesIO()
    if kind == "PNG":
        notes = PngInfo()
        notes.add_text("Comment", SECRET.decode())
        image.save(stream, kind, pnginfo=notes, exif=exif)
    elif kind == "GIF":
        image.save(stream, kind, comment=SECRET)
    else:
        image.save(stream, kind, exif=exif)
    return stream.getvalue()


def moving(kind: str) -> bytes:
    frames = [Image.new("RGB", (30, 20), colour) for colour in ("red", "green", "blue")]
    stream = io.BytesIO()
    frames[0].save(stream, kind, save_all=True, append_images=frames[1:], duration=120)
    return stream.getvalue()


def box(name: bytes, inside: bytes) -> bytes:
    return struct.pack(">I", 8 + len(inside)) + name + inside


def m4a() -> bytes:
    told = box(b"udta", box(b"\xa9xyz", SECRET))
    track = box(b"trak", box(b"udta", SECRET) + box(b"mdia", b"sound"))
    return box(b"ftyp", b"M4A \0\0\0\0") + box(b"moov", told + track) + box(b"mdat", b"la")


def wav() -> bytes:
    chunks = b"fmt " + struct.pack("<I", 4) + b"abcd" + b"LIST" + struct.pack("<I", 18)
    chunks += SECRET + b"\0\0" + b"data" + struct.pack("<I", 2) + b"la"
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + chunks


def mp3() -> bytes:
    tag = b"ID3\x04\0\0" + bytes([0, 0, 0, len(SECRET)]) + SECRET
    return tag + b"\xff\xfb\x90\x00" + bytes(300) + b"TAG" + SECRET.ljust(125, b"\0")


@pytest.mark.parametrize(
    ("kind", "ending"), [("PNG", "png"), ("JPEG", "jpg"), ("WEBP", "webp"), ("GIF", "gif")]
)
def test_a_picture_stays_the_same_without_what_its_camera_noted(
    kind: str, ending: str
) -> None:
    before = picture(kind)
    assert SECRET in before
    after, told = drawn_anew(before)
    assert told == ending
    assert SECRET not in after
    with Image.open(io.BytesIO(after)) as image:
        assert (image.format, image.size, len(image.getexif())) == (kind, (60, 40), 0)
        red, _, blue = image.convert("RGB").getpixel((10, 20))  # type: ignore[misc]
        assert (red > 200, blue < 60) == (True, True)


def test_a_turned_photo_is_shown_upright() -> None:
    image, stream, exif = Image.new("RGB", (60, 40)), io.BytesIO(), Image.Exif()
    exif[ORIENTATION] = 6  # to be turned by a quarter
    image.save(stream, "JPEG", exif=exif)
    after, _ = drawn_anew(stream.getvalue())
    with Image.open(io.BytesIO(after)) as turned:
        assert turned.size == (40, 60)


def test_a_large_photo_gets_the_size_of_a_screen() -> None:
    after, _ = drawn_anew(picture("JPEG", (4000, 3000)))
    with Image.open(io.BytesIO(after)) as image:
        assert image.size == (LONGEST_SIDE, LONGEST_SIDE * 3 // 4)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_an_animation_goes_on_moving(kind: str) -> None:
    after, _ = drawn_anew(moving(kind))
    with Image.open(io.BytesIO(after)) as image:
        assert getattr(image, "n_frames", 1) == 3


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16", "F"])
def test_pictures_of_every_mode_are_read(mode: str) -> None:
    kind = {"CMYK": "JPEG", "F": "TIFF"}.get(mode, "PNG")
    stream = io.BytesIO()
    Image.new(mode, (8, 8)).save(stream, kind)
    if kind == "TIFF":
        with pytest.raises(Problem):
            drawn_anew(stream.getvalue())
    else:
        assert drawn_anew(stream.getvalue())[0]


def test_too_many_pixels_are_refused_before_they_are_drawn() -> None:
    header = b"IHDR" + struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header
    bomb += struct.pack(">I", zlib.crc32(header)) + struct.pack(">I", 9) + b"IDAT"
    with pytest.raises(Problem, match="million pixels"):
        drawn_anew(bomb + bytes(13))


@pytest.mark.parametrize(
    ("content", "kind"),
    [(mp3(), "mp3"), (m4a(), "m4a"), (wav(), "wav"), (b"OggS..", "ogg")],
)
def test_a_sound_is_known_and_loses_its_tags(content: bytes, kind: str) -> None:
    assert kind_of_sound(content) == kind
    bare = bare_sound(content, kind)
    assert SECRET not in bare
    assert kind_of_sound(bare) == kind
    assert bare_sound(bare, kind) == bare
    if kind == "m4a":
        assert len(bare) == len(content)


def test_the_whole_way_goes_through_a_process_of_its_own() -> None:
    found = read_medium(picture("PNG"))
    assert found.name.endswith(".png")
    assert found == read_medium(picture("PNG"))
    assert read_medium(mp3()).name.endswith(".mp3")


@pytest.mark.parametrize(
    "content",
    [
        b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
        b"\x89PNG\r\n\x1a\n" + bytes(50), b"%PDF-1.7", b"RIFF....AVI ", b"\xff",
        box(b"ftyp", b"isom") + box(b"moov", box(b"hdlr", bytes(8) + b"vide")), b"<html>",
    ],
)  # fmt: skip
def test_anything_else_gets_one_sentence(content: bytes) -> None:
    with pytest.raises(Problem):
        read_medium(content)


def test_a_file_too_large_is_not_even_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media_files, "LARGEST_MEDIUM", 1_000_000)
    with pytest.raises(Problem, match="1 MB"):
        read_medium(picture("PNG") + bytes(1_000_000))


FILES = [
    *(picture(k) for k in ("PNG", "JPEG", "WEBP", "GIF")),
    moving("GIF"),
    mp3(),
    m4a(),
    wav(),
]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    some.sampled_from(FILES), some.integers(0), some.binary(max_size=12), some.booleans()
)
def test_broken_files_get_a_sentence_too(
    content: bytes, place: int, other: bytes, is_cut: bool
) -> None:
    at = place % len(content)
    broken = content[:at] + other + (b"" if is_cut else content[at + len(other) :])
    if kind := kind_of_sound(broken):
        bare_sound(broken, kind)
    elif media_files.is_picture(broken):
        with suppress(Problem):
            assert drawn_anew(broken)[0]
