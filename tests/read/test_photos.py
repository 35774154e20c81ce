"""Photos are found inside the folder, are what they say, and bring nothing but the picture."""

import io
import os
import random
import struct
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from orgcli.chart.deck.card_photos import laid_out, pictures
from orgcli.chart.graphviz.engine import render
from orgcli.chart.paint.items import PaintedImage
from orgcli.chart.paint.xdot import image_node
from orgcli.model.findings.finding import Finding
from orgcli.model.organisation.photo import BadImage, Photo
from orgcli.model.organisation.position import Position
from orgcli.read.organisation.files import Files
from orgcli.read.organisation.image import image
from orgcli.read.organisation.photos import read_photo
from orgcli.read.organisation.project import read_project

SECRETS = (b"GPS", b"Brunnenweg", b"hidden", b"Exif", b"2024", b"motion")


RED, GREEN = (220, 30, 30), (30, 160, 60)


def _bytes(kind: str, size: tuple[int, int] = (9, 7), mode: str = "RGB", **more: object) -> bytes:
    return _saved(Image.effect_noise(size, 80).convert(mode), kind, **more)


def _saved(picture: Image.Image, kind: str, **more: object) -> bytes:
    raw = io.BytesIO()
    picture.save(raw, kind, **more)
    return raw.getvalue()


def _exif(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x010E] = "Brunnenweg 4"
    exif[0x0132] = "2024:05:01 10:00:00"
    exif[0x0112] = orientation
    exif.get_ifd(0x8825)[1] = "GPS"
    return exif


def _pixels(raw: bytes) -> bytes:
    return Image.open(io.BytesIO(raw)).convert("RGBA").tobytes()


def _read(folder: Path, photo: str, name: str = "org.yaml") -> tuple[list[Finding], Position]:
    """The findings and the position of an organisation with one photo."""
    where = folder / name
    where.parent.mkdir(exist_ok=True, parents=True)
    where.write_text(f"organisation: X\npositions:\n  - id: ceo\n    photo: {photo}\n", "utf-8")
    project = read_project([where])
    return list(project.findings), project.organisations[0].positions[0]


def test_jpeg_keeps_the_picture_and_nothing_else() -> None:
    raw = _bytes("JPEG", exif=_exif(), comment=b"hidden") + b"motion picture 2024"
    assert all(secret in raw for secret in SECRETS)
    photo = image(raw)
    assert (photo.kind, photo.width, photo.height) == ("jpeg", 7, 7)
    assert not [secret for secret in SECRETS if secret in photo.data]


def test_png_keeps_the_picture_and_nothing_else() -> None:
    told = PngInfo()
    told.add_text("Comment", "hidden 2024")
    told.add_itxt("Place", "Brunnenweg", zip=False)
    clear = Image.new("RGBA", (9, 9), (*RED, 0))
    raw = _saved(clear, "PNG", pnginfo=told, exif=_exif(), icc_profile=b"hidden", dpi=(300, 300))
    photo = image(raw + b"motion")
    assert (photo.kind, photo.width, photo.height) == ("png", 9, 9)
    assert not [secret for secret in SECRETS if secret in photo.data]
    assert _pixels(photo.data) == clear.tobytes()


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        *(("PNG", mode) for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")),
        *(("JPEG", mode) for mode in ("L", "RGB", "CMYK")),
        *((kind, "RGB") for kind in ("WEBP", "GIF", "BMP", "TIFF", "AVIF", "MPO")),
        *((kind, "RGBA") for kind in ("WEBP", "TIFF")),
    ],
)
@pytest.mark.parametrize("size", [(1, 1), (1, 18), (9, 7), (300, 400)])
def test_every_kind_of_image(kind: str, mode: str, size: tuple[int, int]) -> None:
    raw = _bytes(kind, size, mode)
    photo = image(raw)
    side = min(*size, 200)
    assert (photo.width, photo.height) == Image.open(io.BytesIO(photo.data)).size == (side, side)
    assert image(raw) == photo
    _draw(photo)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_large_photo_becomes_a_small_one(kind: str) -> None:
    stripes = Image.new("RGB", (1200, 1600), RED)
    stripes.paste(GREEN, (0, 0, 1200, 150))  # what is cut off, above and below
    stripes.paste(GREEN, (0, 1380, 1200, 1600))
    photo = image(_saved(stripes, kind))
    shown = Image.open(io.BytesIO(photo.data)).convert("RGB")
    assert shown.size == (200, 200)
    assert len(photo.data) < 5_000
    assert max(shown.getpixel((99, at))[1] for at in range(200)) < 50


def test_grey_of_16_bits_keeps_its_levels() -> None:
    photo = image(_saved(Image.new("I;16", (9, 9), 128 * 256), "PNG"))
    assert Image.open(io.BytesIO(photo.data)).getpixel((4, 4)) == (128, 128, 128)


def test_what_is_transparent_stays_so() -> None:
    whole = Image.new("RGBA", (40, 40), (*RED, 255))
    assert image(_saved(whole, "PNG")).kind == "jpeg"
    whole.putpixel((3, 3), (0, 0, 0, 0))
    assert image(_saved(whole, "PNG")).kind == "png"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_turned_upright(kind: str, orientation: int) -> None:
    """The picture is green at the top left once it is seen as the camera was held."""
    upright = Image.new("RGB", (64, 64), RED)
    upright.paste(GREEN, (0, 0, 32, 16))
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270,
    }  # fmt: skip
    stored = upright.transpose(back[orientation]) if orientation > 1 else upright
    photo = image(_saved(stored, kind, exif=_exif(orientation)))
    shown = Image.open(io.BytesIO(photo.data)).convert("RGB")
    green = [shown.getpixel(at)[1] > 90 for at in ((5, 5), (25, 5), (5, 25), (58, 5), (58, 58))]
    assert green == [True, True, False, False, False]


@pytest.mark.parametrize("zip", [True, False])
@pytest.mark.parametrize("key", ["Comment", "XML:com.adobe.xmp"])
def test_a_png_may_have_any_amount_of_text(key: str, zip: bool) -> None:
    texts = PngInfo()
    for _ in range(1 if zip else 70):
        texts.add_itxt(key, "hidden " * 200_000, zip=zip)
    raw = _saved(Image.new("RGB", (9, 9), RED), "PNG", pnginfo=texts)
    assert _pixels(image(raw).data) == _pixels(image(_bytes_of(RED)).data)
    with pytest.raises(BadImage, match="damaged"):
        image(raw[:-40])


def test_a_png_may_have_a_profile_of_any_size() -> None:
    raw = _saved(Image.new("RGB", (9, 9), RED), "PNG", icc_profile=bytes(3_000_000))
    assert image(raw).data == image(_bytes_of(RED)).data


def _bytes_of(color: tuple[int, int, int]) -> bytes:
    return _saved(Image.new("RGB", (9, 9), color), "PNG")


def test_libtiff_writes_nothing_to_stderr(capfd: pytest.CaptureFixture[str]) -> None:
    raw = _bytes("TIFF", (60, 50), compression="tiff_adobe_deflate")
    for at in range(8, len(raw), 40):
        with suppress(BadImage):
            image(raw[:at] + bytes([raw[at] ^ 0xFF]) + raw[at + 1 :])
    assert capfd.readouterr().err == ""
    os.write(2, b"still there")
    assert capfd.readouterr().err == "still there"


def test_the_middle_of_a_film_is_not_shown() -> None:
    frames = [Image.new("RGB", (9, 9), color) for color in (RED, GREEN)]
    raw = _saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert image(raw) == image(_saved(frames[0], "GIF"))


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is SVG, XML or HTML, not an image"),
        (b"\xef\xbb\xbf\n <?xml version='1.0'?><svg/>", "is SVG, XML or HTML, not an image"),
        (b"%PDF-1.7", "is a PDF, not an image"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "is not an image"),
        (b"\0\0\0\x18ftypheic", "is HEIC, not an image"),
        (b"", "is not an image"),
        (b"text", "is not an image"),
        (b"GIF89a", "is damaged or cut off"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "is damaged or cut off"),
        (b"\xff\xd8\xff", "is damaged or cut off"),
        (b"\xff\xd8" + b"\xff" * 300_000, "is damaged or cut off"),
        (b"\x89PNG\r\n\x1a\n", "is damaged or cut off"),
    ],
)
def test_what_is_no_photo(raw: bytes, said: str) -> None:
    with pytest.raises(BadImage) as error:
        image(raw)
    assert str(error.value).startswith(said)
    assert error.value.help


@pytest.mark.parametrize("side", [10_000, 40_000])
def test_a_bomb_is_refused(side: int) -> None:
    """Pillow warns of the first and gives up on the second."""
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(99))), (b"IEND", b"")]
    with pytest.raises(BadImage, match="has more than 89 million pixels"):
        image(_png(parts))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "AVIF"])
def test_a_file_that_is_cut_off_is_refused_wherever_pixels_are_missing(kind: str) -> None:
    raw = _bytes(kind, (40, 30))
    whole = image(raw)
    for end in {*range(0, len(raw), 7), *range(len(raw) - 9, len(raw))}:
        try:
            assert image(raw[:end]) == whole
        except BadImage:
            continue


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "AVIF"])
def test_a_damaged_file_is_refused_or_drawn(kind: str) -> None:
    """Beyond the checksums, which would hide all else that is wrong in a PNG."""
    raw, chance = _bytes(kind, (30, 30), exif=_exif(6)), random.Random(7)
    for _ in range(300):
        hurt = bytearray(raw)
        for _ in range(chance.randint(1, 4)):
            hurt[chance.randrange(len(hurt))] = chance.randrange(256)
        try:
            photo = image(_summed(bytes(hurt)) if kind == "PNG" else bytes(hurt))
        except BadImage:
            continue
        assert photo.width == photo.height <= 200


def _summed(raw: bytes) -> bytes:
    """A PNG with the checksums that its chunks should have, as far as it has chunks."""
    at, made = 8, raw[:8]
    while at + 12 <= len(raw):
        end = at + 8 + int.from_bytes(raw[at : at + 4])
        made += raw[at:end] + struct.pack(">I", zlib.crc32(raw[at + 4 : end]))
        at = end + 4
    return made


def _png(parts: list[tuple[bytes, bytes]]) -> bytes:
    chunks = (struct.pack(">I", len(body)) + kind + body + bytes(4) for kind, body in parts)
    return _summed(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))


def _draw(photo: Photo) -> None:
    """Graphviz makes a PNG and a PDF with it; raises EngineError where it does not."""
    made = pictures(["x"], lambda _: photo)
    with laid_out(made) as where:
        node = image_node(0, PaintedImage(0, 0, 30, 30, made.of[0].file), 50)
        for format in ("png", "pdf"):
            render(f"digraph {{ graph [{where}]; {node} }}", format)


@pytest.mark.parametrize("photo", ["keiko.png", "photos/keiko.png", "photos", "text.png"])
def test_a_photo_that_is_not_there_yet_keeps_its_path(tmp_path: Path, photo: str) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "text.png").write_bytes(b"text")
    ((finding,), position) = _read(tmp_path, photo)
    assert (finding.code, position.photo) == ("ORG011", photo)


def test_a_photo_is_made_once_while_its_file_stays(tmp_path: Path) -> None:
    file = tmp_path / "keiko.png"
    file.write_bytes(_bytes("PNG"))
    _read(tmp_path, "keiko.png")
    (organisation,) = read_project([tmp_path / "org.yaml"]).organisations
    before = read_photo(organisation, "keiko.png")
    assert before is read_photo(organisation, "keiko.png")
    os.utime(file, (1, 1))
    assert before is not read_photo(organisation, "keiko.png")


@pytest.mark.parametrize("kept", [1.0, 0.5], ids=["whole", "cut off"])
@pytest.mark.parametrize("spelling", ["dots", "links", "hard links"])
def test_a_photo_of_many_names_is_made_once(
    tmp_path: Path, spelling: str, kept: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = _bytes("PNG", (300, 300))
    file = tmp_path / "p.png"
    file.write_bytes(raw[: int(len(raw) * kept)])
    names = [f"{'./' * at}{'a/../' * at}p.png" if spelling == "dots" else f"{at}.png"
             for at in range(30)]  # fmt: skip
    for name in names if spelling != "dots" else ():
        (tmp_path / name).symlink_to(file) if "hard" not in spelling else os.link(
            file, tmp_path / name
        )
    entries = "".join(f"  - {{id: p{at}, photo: {name}}}\n" for at, name in enumerate(names))
    (tmp_path / "org.yaml").write_text(f"organisation: X\npositions:\n{entries}", "utf-8")
    opened: list[object] = []
    really = Image.open
    monkeypatch.setattr(Image, "open", lambda *a, **k: opened.append(a) or really(*a, **k))
    project = read_project([tmp_path / "org.yaml"])
    (organisation,) = project.organisations
    photos = [read_photo(organisation, one.photo) for one in organisation.positions if one.photo]
    assert len(opened) == 1
    assert len(photos) == 30
    codes = ["ORG011"] * 30 if kept < 1 else []
    assert [one.code for one in project.findings if one.code == "ORG011"] == codes


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF"])
def test_bytes_behind_the_end_of_a_picture_stay_out(kind: str) -> None:
    raw = _bytes(kind, (40, 40))
    assert image(raw + b"motion picture 2024" * 100) == image(raw)


def test_a_photo_that_grew_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "keiko.png").write_bytes(_bytes("PNG"))
    _read(tmp_path, "keiko.png")
    (organisation,) = read_project([tmp_path / "org.yaml"]).organisations
    assert read_photo(organisation, "keiko.png")
    with (tmp_path / "keiko.png").open("ab") as file:
        file.truncate(30_000_001)
    assert read_photo(organisation, "keiko.png") is None


def test_a_pipe_that_came_is_not_waited_for(tmp_path: Path) -> None:
    _read(tmp_path, "pipe.png")
    (organisation,) = read_project([tmp_path / "org.yaml"]).organisations
    os.mkfifo(tmp_path / "pipe.png")
    assert read_photo(organisation, "pipe.png") is None


def test_a_link_that_came_later_leads_nowhere_outside(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(_bytes("PNG"))
    here = tmp_path / "org"
    assert _read(here, "linked.png")[1].photo == "linked.png"
    (here / "linked.png").symlink_to(tmp_path / "secret.png")
    assert _read(here, "linked.png")[1].photo is None


def test_a_photo_is_read_by_its_path_from_the_organisation(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    raw = _bytes("PNG")
    (tmp_path / "photos" / "keiko.jpg").write_bytes(raw)  # by its bytes, not by its name
    (tmp_path / "teams").mkdir()
    (tmp_path / "org.yaml").write_text("organisation: X\ninclude: [teams/*.yaml]\n", "utf-8")
    (tmp_path / "teams" / "a.yaml").write_text(
        "positions:\n  - {id: ceo, photo: ../photos/keiko.jpg}\n", "utf-8"
    )
    project = read_project([tmp_path / "org.yaml"])
    assert list(project.findings) == []
    (position,) = project.organisations[0].positions
    assert position.photo == "photos/keiko.jpg"
    assert read_photo(project.organisations[0], position.photo) == image(raw)
    (tmp_path / "photos" / "keiko.jpg").unlink()
    assert read_photo(project.organisations[0], position.photo) is None


def test_photos_of_a_table_are_beside_it(tmp_path: Path) -> None:
    (tmp_path / "ben.png").write_bytes(_bytes("PNG"))
    table = tmp_path / "people.csv"
    table.write_text("id,name,manager,photo\n1,Ben,,ben.png\n2,Ana,1,ana.png\n", "utf-8")
    project = read_project([table])
    (finding,) = project.findings
    assert (finding.code, finding.place.line) == ("ORG011", 3)
    assert [one.photo for one in project.organisations[0].positions] == ["ben.png", "ana.png"]


def test_addresses_in_a_table_are_no_photos(tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text("id,name,manager,photo\n1,Ben,,https://x.example/1.png\n", "utf-8")
    project = read_project([table])
    assert [(one.code, one.is_minor) for one in project.findings] == [("ORG012", True)]
    (position,) = project.organisations[0].positions
    assert (position.photo, position.attributes) == (None, {"photo": "https://x.example/1.png"})


@pytest.mark.parametrize("outside", ["../secret.png", "linked.png", "linked/secret.png", "{whole}"])
def test_nothing_outside_the_folder_is_read(tmp_path: Path, outside: str) -> None:
    (tmp_path / "secret.png").write_bytes(_bytes("PNG"))
    here = tmp_path / "org"
    here.mkdir()
    (here / "linked.png").symlink_to(tmp_path / "secret.png")
    (here / "linked").symlink_to(tmp_path)
    ((finding,), position) = _read(here, outside.format(whole=tmp_path / "secret.png"))
    assert finding.code == "ORG011"
    assert finding.message.endswith("is outside the organisation's folder")
    assert position.photo is None


def test_a_link_inside_the_folder_is_fine(tmp_path: Path) -> None:
    (tmp_path / "keiko.png").write_bytes(_bytes("PNG"))
    (tmp_path / "ceo.png").symlink_to(tmp_path / "keiko.png")
    assert _read(tmp_path, "ceo.png")[0] == []


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "large.png").open("wb") as file:
        file.truncate(5_000_000_000)
    ((finding,), _) = _read(tmp_path, "large.png")
    assert finding.message == "the photo `large.png` has 5,000 MB"
    assert "at most 30 MB" in finding.help


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    ((finding,), _) = _read(tmp_path, "pipe.png")
    assert finding.message == "the photo `pipe.png` is a pipe or a device, not a file"


@pytest.mark.parametrize(
    "name", ['"a\\0b.png"', "a" * 5000, "." * 300, "~/x.png", "'?'", "x/" * 90]
)
def test_names_that_no_file_has(tmp_path: Path, name: str) -> None:
    where = tmp_path / "org.yaml"
    where.write_text(f"organisation: X\npositions: [{{id: ceo, photo: {name}}}]\n", "utf-8")
    project = read_project([where])
    (organisation,) = project.organisations
    assert project.findings
    photo = organisation.positions[0].photo
    assert photo is None if "\\0" in name else read_photo(organisation, str(photo)) is None


def test_standard_input_has_no_folder() -> None:
    stdin = b"organisation: X\npositions: [{id: ceo, photo: a.png}]\n"
    ((finding,), _) = (read_project([Path("-")], Files(stdin=stdin)).findings, None)
    assert finding.message == "the photo `a.png` cannot be found from standard input"


def test_many_positions_with_one_missing_photo_are_quick(tmp_path: Path) -> None:
    rows = "".join(
        f"  - {{id: p{at}, reports_to: p0, photo: photos/{at}.png}}\n" for at in range(5000)
    )
    (tmp_path / "photos").mkdir()
    for at in range(200):
        (tmp_path / "photos" / f"{at + 10_000}.jpg").write_bytes(b"")
    (tmp_path / "org.yaml").write_text(f"organisation: X\npositions:\n{rows}", "utf-8")
    project = read_project([tmp_path / "org.yaml"])
    assert sum(finding.code == "ORG011" for finding in project.findings) == 5000
