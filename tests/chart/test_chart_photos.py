"""Photos: what is embedded, what is left out and said, and what Graphviz makes of them."""

import base64
import io
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from orgcli.chart.deck import card_photos as photos
from orgcli.chart.deck.card_photos import Pictures, embedded, laid_out, pictures
from orgcli.chart.graphviz.engine import EngineError, render
from orgcli.chart.paint.items import Item, PaintedGroup, PaintedImage, PaintedText
from orgcli.chart.paint.xdot import image_node, xdot
from orgcli.model.organisation.photo import Photo
from orgcli.read.organisation.image import image

RED, GREEN = (220, 30, 30), (30, 160, 60)


def _photo(
    color: tuple[int, int, int], kind: str = "PNG", size: tuple[int, int] = (40, 40)
) -> Photo:
    raw, picture = io.BytesIO(), Image.new("RGBA", size, color)
    picture.putpixel((0, 0), (0, 0, 0, 0))  # or it would become a JPEG
    picture.convert("RGB" if kind == "JPEG" else "RGBA").save(raw, kind)
    return image(raw.getvalue())


@pytest.fixture
def album() -> Mapping[str, Photo]:
    return {"keiko.png": _photo(RED), "ben.jpg": _photo(GREEN, "JPEG", (30, 40))}


def _rendered(made: Pictures, format: str) -> bytes:
    """The pictures side by side on a page, as a chart has them."""
    items: list[Item] = [
        item
        for at, one in made.of.items()
        for item in (
            PaintedImage(at * 200, 10, 30, 30, one.file),
            PaintedText(at * 200 + 40, 25, "<b>", 10, "#1f2328"),
        )
    ]
    with laid_out(made) as where:
        page = (
            f'digraph {{ graph [charset="utf-8" pad=0 margin=0 viewport="700,100" {where}];'
            ' "" [pos="0,0" style=invis label=""];'
            + "".join(
                image_node(at, item, 50)
                for at, item in enumerate(items)
                if isinstance(item, PaintedImage)
            )
            + "}"
        )
        painting = [PaintedGroup("node", items, 0)]
        return render(page, format, strokes=xdot(painting, 50))


def test_each_card_has_its_picture_and_each_photo_is_read_once(album: Mapping[str, Photo]) -> None:
    asked: list[str] = []

    def read(path: str) -> Photo | None:
        asked.append(path)
        return album.get(path)

    made = pictures(["keiko.png", "", "ben.jpg", "keiko.png"], read)
    assert sorted(made.of) == [0, 2, 3]
    assert made.of[0] is made.of[3]
    assert made.of[0].file != made.of[2].file
    assert asked == ["keiko.png", "ben.jpg"]
    assert made.notes == ()
    assert (made.of[2].type, made.of[2].width, made.of[2].height) == ("image/jpeg", 30, 30)


def test_the_address_is_the_file(album: Mapping[str, Photo]) -> None:
    made = pictures(["ben.jpg"], album.get)
    head, _, data = made.of[0].uri.partition(",")
    assert head == "data:image/jpeg;base64"
    assert base64.b64decode(data) == album["ben.jpg"].data


def test_beyond_the_limit_cards_are_without_and_it_is_said(
    album: Mapping[str, Photo], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photos, "MOST_BYTES", 2 * len(album["keiko.png"].data))
    made = pictures(["keiko.png"] * 5, album.get)
    assert sorted(made.of) == [0, 1]
    assert [note.split(":")[0] for note in made.notes] == ["3 cards are without a photo"]


def test_pixels_are_limited_too_each_photo_once(album: Mapping[str, Photo]) -> None:
    wide = Photo("png", 2000, 2000, b"x")
    made = pictures(["a", "a", *map(str, range(20))], lambda _: wide)
    assert len(made.of) == 13  # 12 different ones of 4 million pixels, and one of them twice
    assert [note.split(":")[0] for note in made.notes] == ["9 cards are without a photo"]


def test_a_photo_that_is_gone_is_said(album: Mapping[str, Photo]) -> None:
    made = pictures(["keiko.png", "gone.png"], album.get)
    assert sorted(made.of) == [0]
    assert made.notes == ("1 card is without a photo: it cannot be read",)


def test_svg_holds_the_pictures_themselves(album: Mapping[str, Photo]) -> None:
    made = pictures(["keiko.png", "ben.jpg"], album.get)
    svg = embedded(_rendered(made, "svg").decode(), made)
    assert re.findall(r'xlink:href="([^,"]*)', svg) == [
        "data:image/png;base64", "data:image/jpeg;base64",
    ]  # fmt: skip
    sizes = re.findall(r'<image [^>]*? width="([\d.]+)" height="([\d.]+)"', svg)
    assert sizes == [("30", "30"), ("30", "30")]
    assert "orgcli-" not in svg


@pytest.mark.parametrize("file", ["0123456789abcdef.png", "../x.png"])
def test_svg_takes_no_other_file_in(album: Mapping[str, Photo], file: str) -> None:
    made = pictures(["keiko.png"], album.get)
    said = (
        f'<image xlink:href="{file}" width="1px" height="1px" preserveAspectRatio="none"'
        ' x="0" y="0"/>'
    )
    if "/" not in file:
        with pytest.raises(KeyError):
            embedded(said, made)
    else:
        assert embedded(said, made) == said


def test_png_shows_both_kinds(album: Mapping[str, Photo]) -> None:
    made = pictures(["keiko.png", "ben.jpg"], album.get)
    shown = Image.open(io.BytesIO(_rendered(made, "png"))).convert("RGB")
    counted = {color: number for number, color in shown.getcolors(1 << 20) or ()}
    near = {
        wanted: sum(
            number
            for color, number in counted.items()
            if max(abs(a - b) for a, b in zip(color, wanted, strict=True)) < 12
        )
        for wanted in (RED, GREEN)
    }
    points = 96 / 72  # Graphviz draws at 96 dpi where nothing is said
    assert near[RED] == pytest.approx(30 * 30 * points**2, rel=0.1)
    assert near[GREEN] == pytest.approx(30 * 30 * points**2, rel=0.1)


def test_pdf_shows_both_kinds(album: Mapping[str, Photo]) -> None:
    made = pictures(["keiko.png", "ben.jpg"], album.get)
    pages = PdfReader(io.BytesIO(_rendered(made, "pdf"))).pages
    assert sorted(one.image.size for one in pages[0].images) == [(30, 30), (40, 40)]


@pytest.mark.parametrize("format", ["svg", "png"])
def test_charts_of_one_run_have_their_own_photos(album: Mapping[str, Photo], format: str) -> None:
    """The renderer stays loaded, and would take a file called alike for the one it knows."""
    red, green = pictures(["keiko.png"], album.get), pictures(["a"], lambda _: _photo(GREEN))
    first, second, third = (_rendered(made, format) for made in (red, green, red))
    assert first == third
    assert format == "svg" or first != second


def test_without_photos_nothing_is_written(album: Mapping[str, Photo]) -> None:
    with laid_out(photos.NONE) as where:
        assert where == ""
    assert embedded("<svg/>", photos.NONE) == "<svg/>"


@pytest.mark.parametrize("format", ["png", "pdf"])
def test_a_temporary_folder_that_graphviz_cannot_name(
    album: Mapping[str, Photo], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    folder = tmp_path / "a:b;c"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    assert _rendered(pictures(["keiko.png", "ben.jpg"], album.get), format)
    monkeypatch.setattr(photos, "_OTHER_PLACES", (str(tmp_path / "gone"),))
    with pytest.raises(EngineError, match="is in its name") as error:
        _rendered(pictures(["keiko.png"], album.get), format)
    assert error.value.help == "set TMPDIR to another folder"
