"""The fonts of PNG and PDF: a typeface that is always there, and the characters that none has."""

import ctypes
import os
import sys
import tempfile
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from html import escape
from operator import itemgetter
from pathlib import Path

from orgcli.model.text import listed

TYPEFACE = Path(__file__).parents[2] / "render" / "typeface"
"""Liberation Sans 2.1.5, unmodified; as wide as Arial, so text in a font of that name fits."""

_OTHER_WAYS = ("darwin", "win32", "cygwin")
"""Computers that draw letters without Fontconfig, and always come with fonts."""
_SYSTEM, _ADDED = 0, 1
# After all that the computer knows for Helvetica; where it knows nothing, Fontconfig would take
# any font at all, one for mathematics if need be.
_LAST_RESORT = """<match target="pattern">
<test qual="any" name="family"><string>Helvetica</string></test>
<edit name="family" mode="append_last" binding="weak"><string>Liberation Sans</string></edit>
</match>"""
_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>{rest}
</fontconfig>
"""

_EMOJI, _CJK, _MANY = "fonts-noto-color-emoji", "fonts-noto-cjk", "fonts-noto-core"
# The Debian package whose fonts have it, by the first code point of each range.
_PACKAGES = (
    (0x0000, _MANY), (0x1100, _CJK), (0x1200, _MANY), (0x2600, _EMOJI), (0x27C0, _MANY),
    (0x2E80, _CJK), (0xA000, _MANY), (0xA960, _CJK), (0xA980, _MANY), (0xAC00, _CJK),
    (0xD800, _MANY), (0xF900, _CJK), (0xFB00, _MANY), (0xFE30, _CJK), (0xFE50, _MANY),
    (0xFF00, _CJK), (0x10000, _MANY), (0x1F000, _EMOJI), (0x20000, _CJK), (0x40000, _MANY),
)  # fmt: skip
_MOST_NAMED = 5
# Joiners, fillers and variation selectors that are letters or marks by their category.
_NEVER_DRAWN = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"
    + "".join(map(chr, range(0xFE00, 0xFE10)))
)


class _FontSet(ctypes.Structure):
    """FcFontSet of Fontconfig."""

    _fields_ = (
        ("nfont", ctypes.c_int),
        ("sfont", ctypes.c_int),
        ("fonts", ctypes.POINTER(ctypes.c_void_p)),
    )


def add_typeface() -> None:
    """Let the bundled Graphviz find the typeface, besides the fonts of the computer.

    Those are preferred as before; where there are none, letters would become boxes. Fontconfig
    says on stderr (file descriptor 2) what it thinks of the computer.
    """
    _library()


@contextmanager
def typeface_for_programs() -> Iterator[None]:
    """Programs that are started meanwhile find the typeface too."""
    before = os.environ.get("FONTCONFIG_FILE")
    with tempfile.TemporaryDirectory(prefix="orgcli-") as folder:
        config = Path(folder, "fonts.conf")
        usual = f'<include ignore_missing="yes">{escape(before or "fonts.conf")}</include>'
        rest = f"{usual}<dir>{escape(str(TYPEFACE))}</dir>{_LAST_RESORT}"
        config.write_text(_CONFIG.format(rest=rest), "utf-8")
        os.environ["FONTCONFIG_FILE"] = str(config)
        try:
            yield
        finally:
            del os.environ["FONTCONFIG_FILE"]
            if before is not None:
                os.environ["FONTCONFIG_FILE"] = before


def without_font(text: str) -> list[str]:
    """The characters of a text that no font has, each once, by code point.

    Empty where Fontconfig is not what finds the fonts: elsewhere there is no list of them.
    """
    library = _library()
    if library is None:
        return []
    # The renderer joins letters and marks where there is a letter for both.
    composed = text if text.isascii() else unicodedata.normalize("NFC", text)
    characters = sorted(filter(_needs_font, set(composed)))
    # And it takes a letter apart where there is none.
    return [
        character
        for character in _not_covered(library, characters)
        if _not_covered(library, unicodedata.normalize("NFD", character))
    ]


def missing_letter_notes(characters: Sequence[str]) -> tuple[str, ...]:
    """A note on characters that no font has, with what helps; none where there are none."""
    if not characters:
        return ()
    character_list = listed(
        characters, _MOST_NAMED, lambda character: f"`{character}` (U+{ord(character):04X})"
    )
    rows = [
        bisect_right(_PACKAGES, ord(character), key=itemgetter(0)) - 1 for character in characters
    ]
    packages = dict.fromkeys(_PACKAGES[row][1] for row in rows)
    return (
        f"no font on this computer has {character_list}, so they are boxes:"
        f" install one that has, as in Debian's {' and '.join(packages)}; or write svg, which is"
        " drawn with the fonts of whoever looks at it",
    )


def _needs_font(character: str) -> bool:
    """Whether a font is needed for it: not for spaces and signs that only steer."""
    if character in _NEVER_DRAWN or "\U000e0100" <= character <= "\U000e01ef":
        return False
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Zs", "Zl", "Zp")


def _not_covered(library: ctypes.CDLL, characters: Sequence[str]) -> list[str]:
    """Those of the characters that no font has."""
    remaining = library.FcCharSetCreate()
    for character in characters:
        library.FcCharSetAddChar(remaining, ord(character))
    for covered in _covered(library):
        if not library.FcCharSetCount(remaining):
            break
        before, remaining = remaining, library.FcCharSetSubtract(remaining, covered)
        library.FcCharSetDestroy(before)
    uncovered = [
        character for character in characters if library.FcCharSetHasChar(remaining, ord(character))
    ]
    library.FcCharSetDestroy(remaining)
    return uncovered


def _covered(library: ctypes.CDLL) -> Iterator[ctypes.c_void_p]:
    """The characters of each font (FcCharSet), the typeface first."""
    for which in (_ADDED, _SYSTEM):
        fonts = library.FcConfigGetFonts(None, which)
        for at in range(fonts.contents.nfont if fonts else 0):
            has = ctypes.c_void_p()
            font = fonts.contents.fonts[at]
            if library.FcPatternGetCharSet(font, b"charset", 0, ctypes.byref(has)) == 0:
                yield has


@cache
def _library() -> ctypes.CDLL | None:
    """The Fontconfig that the bundled Graphviz uses, with the typeface added to its fonts."""
    if sys.platform in _OTHER_WAYS:
        return None
    try:
        library = ctypes.CDLL(_bundled() or "libfontconfig.so.1")
    except OSError:
        return None
    _declare(library)
    for path in sorted(TYPEFACE.glob("*.ttf")):
        library.FcConfigAppFontAddFile(None, os.fsencode(path))
    rule = _CONFIG.format(rest=_LAST_RESORT).encode()
    library.FcConfigParseAndLoadFromMemory(library.FcConfigGetCurrent(), rule, 1)
    return library


def _bundled() -> str:
    """The file in the wheel of pygraphviz; empty where that was built from source."""
    try:
        import pygraphviz
    except ImportError:
        return ""
    beside = Path(pygraphviz.__file__).parents[1] / "pygraphviz.libs"
    return next((str(path.resolve()) for path in sorted(beside.glob("libfontconfig*"))), "")


def _declare(library: ctypes.CDLL) -> None:
    """Say what the functions take and return, or pointers would be cut to 32 bits."""
    pointer, uint = ctypes.c_void_p, ctypes.c_uint32
    signatures: dict[str, tuple[Sequence[type], type]] = {
        "FcConfigAppFontAddFile": ((pointer, ctypes.c_char_p), ctypes.c_int),
        "FcConfigGetCurrent": ((), pointer),
        "FcConfigParseAndLoadFromMemory": ((pointer, ctypes.c_char_p, ctypes.c_int), ctypes.c_int),
        "FcConfigGetFonts": ((pointer, ctypes.c_int), ctypes.POINTER(_FontSet)),
        "FcPatternGetCharSet": (
            (pointer, ctypes.c_char_p, ctypes.c_int, ctypes.POINTER(pointer)),
            ctypes.c_int,
        ),
        "FcCharSetCreate": ((), pointer),
        "FcCharSetAddChar": ((pointer, uint), ctypes.c_int),
        "FcCharSetHasChar": ((pointer, uint), ctypes.c_int),
        "FcCharSetCount": ((pointer,), uint),
        "FcCharSetSubtract": ((pointer, pointer), pointer),
        "FcCharSetDestroy": ((pointer,), ctypes.c_int),
    }
    for name, (takes, gives) in signatures.items():
        function = getattr(library, name)
        function.argtypes, function.restype = takes, gives
