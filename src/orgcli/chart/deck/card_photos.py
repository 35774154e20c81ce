"""Photos on cards: which are embedded, within limits, and how they get into a picture."""

import base64
import io
import os
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from orgcli.chart.graphviz.engine import EngineError
from orgcli.model.organisation.photo import Photo

MOST_BYTES = 20_000_000
"""Of all photos of a chart, each counted for every card that has it, as SVG spells it out."""
MOST_PIXELS = 50_000_000
"""Of all photos of a chart; for PNG and PDF Graphviz unpacks them, into 200 MB."""

_OTHER_PLACES = ("/tmp", "/var/tmp")
"""Each run makes a folder of its own there."""
_SMOOTH = 4
"""The edge of a circle is drawn so much larger, then made smaller: no steps are seen."""
_TYPES = {"png": ("image/png", "png"), "jpeg": ("image/jpeg", "jpg")}
_IMAGE = re.compile(
    r'<image xlink:href="([0-9a-f]{16}\.(?:png|jpg))" width="([\d.]+)px" height="([\d.]+)px"'
    r' preserveAspectRatio="[^"]*" x="([-\d.e]+)" y="([-\d.e]+)"/>'
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo as a chart embeds it.

    type    of the data, for a browser
    width, height  in pixels
    file    what the file is called that Graphviz reads
    """

    type: str
    width: int
    height: int
    data: bytes
    file: str

    @property
    def uri(self) -> str:
        """The picture in an address of its own, for SVG and HTML."""
        return f"data:{self.type};base64,{base64.b64encode(self.data).decode()}"


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of a chart by the number of the card, and what its reader should know."""

    of: Mapping[int, Picture]
    notes: tuple[str, ...] = ()


NONE = Pictures({})


def pictures(
    paths: Sequence[str], read: Callable[[str], Photo | None], in_circles: bool = False
) -> Pictures:
    """The pictures of some cards, in their order, as many as a chart can hold.

    paths  for each card the path of its photo, empty where it has none
    read   gives the photo at a path, or None where that cannot be read; called once for each
    in_circles  whether photos are cut to circles
    Beyond MOST_BYTES or MOST_PIXELS together the cards that are left are drawn without, which
    the notes say.
    """
    picture_of: dict[int, Picture] = {}
    read_pictures: dict[str, Picture | None] = {}
    size = pixels = lost = full = 0
    for at, path in enumerate(paths):
        if not path:
            continue
        if full:
            full += 1
            continue
        fresh = path not in read_pictures
        if fresh:
            read_pictures[path] = _picture(read(path), in_circles)
        picture = read_pictures[path]
        if picture is None:
            lost += 1
            continue
        size += len(picture.data)
        pixels += picture.width * picture.height if fresh else 0
        if size > MOST_BYTES or pixels > MOST_PIXELS:
            full = 1
            continue
        picture_of[at] = picture
    return Pictures(picture_of, tuple(_notes(full, lost)))


@contextmanager
def laid_out(pictures: Pictures) -> Iterator[str]:
    """The pictures as files while Graphviz draws; gives the graph's attribute that says where.

    It reads nothing but what is written here: neither the user's files nor what is in them
    beside the picture. Raises EngineError where there is no folder that Graphviz can read from.
    """
    if not pictures.of:
        yield ""
        return
    with tempfile.TemporaryDirectory(prefix="orgcli-", dir=_place()) as folder:
        for picture in {image.file: image for image in pictures.of.values()}.values():
            Path(folder, picture.file).write_bytes(picture.data)
        where = folder.replace('"', '\\"')
        yield f'imagepath="{where}"'


def embedded(svg: str, pictures: Pictures) -> str:
    """Graphviz's SVG with the pictures in it instead of the names of their files.

    Raises KeyError for a file that is none of the pictures: user text cannot bring one in.
    """
    if not pictures.of:
        return svg
    uris = {picture.file: picture.uri for picture in pictures.of.values()}

    def image(match: re.Match[str]) -> str:
        file, wide, tall, x, y = match.groups()
        # Office and older viewers know the address by this name alone.
        return (
            '<image xmlns:xlink="http://www.w3.org/1999/xlink" class="photo"'
            f' x="{x}" y="{y}" width="{wide}" height="{tall}" xlink:href="{uris[file]}"/>'
        )

    return _IMAGE.sub(image, svg)


def _place() -> str:
    """The folder for temporary files; Graphviz takes a path with `:` in it for several."""
    usual = tempfile.gettempdir()
    for place in (usual, *_OTHER_PLACES):
        if os.pathsep not in place and os.access(place, os.W_OK | os.X_OK):
            return place
    raise EngineError(
        f"Graphviz can read no photos from `{usual}`, for `{os.pathsep}` is in its name",
        "set TMPDIR to another folder",
    )


def _picture(photo: Photo | None, in_circle: bool) -> Picture | None:
    """The photo under a name of its own: Graphviz remembers files by their names between charts."""
    if photo is None:
        return None
    data, (type, ending) = photo.data, _TYPES[photo.kind]
    if in_circle:
        data, (type, ending) = _in_circle(data), _TYPES["png"]
    name = sha256(data).hexdigest()[:16]
    return Picture(type, photo.width, photo.height, data, f"{name}.{ending}")


def _in_circle(data: bytes) -> bytes:
    """A square picture as a circle, all around it transparent; as PNG."""
    from PIL import Image, ImageChops, ImageDraw  # heavy: most charts have no photos

    with Image.open(io.BytesIO(data)) as image:
        cut = image.convert("RGBA")
    large = (cut.width * _SMOOTH, cut.height * _SMOOTH)
    mask = Image.new("L", large)
    ImageDraw.Draw(mask).ellipse((0, 0, large[0] - 1, large[1] - 1), fill=255)
    alpha = ImageChops.multiply(cut.getchannel("A"), mask.resize(cut.size))
    cut.putalpha(alpha)
    png = io.BytesIO()
    cut.save(png, "PNG", optimize=True)
    return png.getvalue()


def _notes(full: int, lost: int) -> Iterator[str]:
    if full:
        yield (
            f"{_cards(full)} without a photo: all together may have {MOST_BYTES // 10**6} MB and"
            f" {MOST_PIXELS // 10**6} million pixels; a chart of fewer people has them all"
        )
    if lost:
        yield f"{_cards(lost)} without a photo: it cannot be read"


def _cards(number: int) -> str:
    return "1 card is" if number == 1 else f"{number:,} cards are"
