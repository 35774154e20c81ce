"""The bytes of an image file become a square photo or a logo, and no more than the picture."""

import io
import struct
import warnings
import zlib
from collections.abc import Callable
from contextlib import nullcontext, suppress

from PIL import Image, ImageOps, UnidentifiedImageError

from orgcli.model.organisation.photo import LOGO, SIDE, BadImage, Photo
from orgcli.read.standard_error import silent_standard_error

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF")
"""What people have photos in. Pillow knows more; some of those run other programs."""
_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG", b"RIFF", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_OTHERS = (
    (4, b"ftyphe", "HEIC"), (4, b"ftypmif1", "HEIC"), (0, b"%PDF", "a PDF"),
    (0, b"<", "SVG, XML or HTML"),
)  # fmt: skip
"""What people take for a photo that is another kind of file, by where and how it begins."""
_DAMAGE = (
    OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, EOFError,
    RuntimeError, MemoryError, struct.error, zlib.error,
)  # fmt: skip
"""What Pillow raises where bytes are not what they should be."""
_PNG = b"\x89PNG\r\n\x1a\n"
_TEXTS = (b"tEXt", b"zTXt", b"iTXt", b"iCCP")
"""The chunks of a PNG with texts and profiles, which Pillow unpacks up to 1 MB each."""
_QUALITY = 85
_CENTRE = (0.5, 0.4)  # heads are above the middle


def image(raw: bytes) -> Photo:
    """The photo that a file holds, by its bytes whatever its name; raises BadImage.

    It is turned upright as the camera says, cut to a square, made as small as a card needs, and
    written anew: as PNG where it is transparent, else as JPEG; the same bytes for the same file.
    """
    return _image(raw, _square, f"{SIDE} x {SIDE} pixels are enough for a card")


def logo(raw: bytes) -> Photo:
    """The logo that a file holds, in its own proportions; raises BadImage.

    As a photo is made, but whole.
    """
    return _image(raw, _whole, f"{LOGO[0]} x {LOGO[1]} pixels are enough for a logo")


_Shape = Callable[[Image.Image], Image.Image]
"""What becomes of an opened picture: upright, small enough, in colours or with transparency."""


def _image(raw: bytes, shape: _Shape, enough: str) -> Photo:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # odd metadata, which is left out
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _photo(raw, shape)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        limit = (Image.MAX_IMAGE_PIXELS or 0) // 10**6
        raise BadImage(
            f"has more than {limit} million pixels",
            f"make it smaller; {enough}",
        ) from None
    except UnidentifiedImageError:
        raise _unknown(raw) from None
    except _DAMAGE:
        raise _broken() from None


def _photo(raw: bytes, shape: _Shape) -> Photo:
    """The photo; where a PNG has more text than Pillow reads, it is read without texts."""
    try:
        with Image.open(io.BytesIO(raw), formats=_FORMATS) as opened:
            is_tiff = opened.format == "TIFF"  # libtiff writes warnings to standard error
            with silent_standard_error() if is_tiff else nullcontext():
                return _written(shape(opened))
    except ValueError:
        if not raw.startswith(_PNG) or (plain := _without_texts(raw)) == raw:
            raise
        return _photo(plain, shape)


def _without_texts(raw: bytes) -> bytes:
    """A PNG without the chunks that say something beside the picture."""
    chunks, at = [_PNG], len(_PNG)
    while at < len(raw):
        end = at + 12 + int.from_bytes(raw[at : at + 4])
        if raw[at + 4 : at + 8] not in _TEXTS:
            chunks.append(raw[at:end])
        at = end
    return b"".join(chunks)


def _square(opened: Image.Image) -> Image.Image:
    """The middle of the picture, upright, in colours or with transparency, at most SIDE wide."""
    picture = _upright(opened, (2 * SIDE, 2 * SIDE))
    side = min(SIDE, *picture.size)
    return ImageOps.fit(picture, (side, side), Image.Resampling.LANCZOS, centering=_CENTRE)


def _whole(opened: Image.Image) -> Image.Image:
    """All of the picture, upright, in colours or with transparency, at most as large as LOGO."""
    picture = _upright(opened, (2 * LOGO[0], 2 * LOGO[0]))
    picture.thumbnail(LOGO, Image.Resampling.LANCZOS)
    return picture


def _upright(opened: Image.Image, enough: tuple[int, int]) -> Image.Image:
    opened.draft(None, enough)  # a large JPEG is unpacked at a part of its size
    opened.load()
    with suppress(*_DAMAGE):  # a picture is none the worse for damaged metadata
        ImageOps.exif_transpose(opened, in_place=True)
    if opened.mode.startswith("I;16"):
        opened = opened.convert("I").point(lambda level: level / 256).convert("L")
    return opened.convert("RGBA" if opened.has_transparency_data else "RGB")


def _written(picture: Image.Image) -> Photo:
    """The picture as a file of its own, without what the first one held beside it."""
    picture.info = {}
    stream = io.BytesIO()
    if picture.mode == "RGBA" and picture.getchannel("A").getextrema() != (255, 255):
        picture.save(stream, "PNG")
        return Photo("png", *picture.size, stream.getvalue())
    picture.convert("RGB").save(stream, "JPEG", quality=_QUALITY)
    return Photo("jpeg", *picture.size, stream.getvalue())


def _unknown(raw: bytes) -> BadImage:
    if raw.startswith(_BEGINNINGS):
        return _broken()
    text = raw.lstrip(b"\xef\xbb\xbf \t\r\n")
    what = next((name for at, magic, name in _OTHERS if text[at:].startswith(magic)), "")
    return BadImage(
        f"is {what}, not an image that charts can show" if what else "is not an image",
        "save it as JPEG or PNG; the ending of its name alone does not make it one",
    )


def _broken() -> BadImage:
    return BadImage("is damaged or cut off", "export or download it again")
