"""What an OLE container holds: Hangul, old Word, or a document under a password."""

import struct

from olefile import OleFileIO

from quiz.readers.zipped_xml import damaged

PASSWORD, DISTRIBUTION = 1 << 1, 1 << 2
PROTECTED = (1 << 4) | (1 << 8) | (1 << 10)  # DRM, and certificates


def ole_kind(content: bytes) -> str:
    """Return hwp, hwp-locked, hwp-distribution, office-locked, doc, or "" for others.

    Raises:
        Problem: it is broken.
    """
    try:
        with OleFileIO(content) as container:
            if container.exists("FileHeader"):
                return hangul_kind(container.openstream("FileHeader").read(256))
            if container.exists("EncryptedPackage"):
                return "office-locked"
            return "doc" if container.exists("WordDocument") else ""
    except Exception:  # a broken container makes olefile raise anything
        raise damaged() from None


def hangul_kind(header: bytes) -> str:
    if not header.startswith(b"HWP Document File") or len(header) < 40:
        return ""
    [flags] = struct.unpack_from("<I", header, 36)
    if flags & (PASSWORD | PROTECTED):
        return "hwp-locked"
    return "hwp-distribution" if flags & DISTRIBUTION else "hwp"
