"""Photos are found inside the folder, are what they say, and bring nothing but the picture."""

import io
import os
import random
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from orgcli.chart.deck.card_photos import laid_out, picture_cell, pictures
from orgcli.chart.graphviz.engine import render
from orgcli.model.findings.finding import Finding
from orgcli.model.organisation.organisation import Position
from orgcli.model.organisation.photo import Photo
from orgcli.read.organisation.files import Files
from orgcli.read.organisation.image import BadImage, image
from orgcli.read.organisation.photos import read_photo
from orgcli.read.organisation.project import read_project

SECRETS = (b"GPS", b"Brunnenweg", b"hidden", b"Exif", b"2024", b"motion")


def _bytes(kind: str, size: tuple[int, int] = (9, 7), mode: str = "RGB", **more: object) -> bytes:
    raw = io.BytesIO()
    Image.effect_noise(size, 80).convert(mode).save(raw, kind, **more)
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
    assert (photo.kind, photo.width, photo.height) == ("jpeg", 9, 7)
    assert not [secret for secret in SECRETS if secret in photo.data]
    assert _pixels(photo.data) == _pixels(raw)
    assert image(photo.data) == photo


def test_the_thumbnail_of_a_jpeg_goes() -> None:
    raw = _bytes("JPEG")
    thumbnail = b"\xff\xe0" + struct.pack(">H", 16 + 3) + raw[6:18] + b"\x01\x01GPS"
    photo = image(raw[:2] + thumbnail + raw[20:])
    assert b"GPS" not in photo.data
    assert _pixels(photo.data) == _pixels(raw)


def test_png_keeps_the_picture_and_nothing_else() -> None:
    told = PngInfo()
    told.add_text("Comment", "hidden 2024")
    told.add_itxt("Place", "Brunnenweg", zip=False)
    raw = _bytes("PNG", mode="RGBA", pnginfo=told, exif=_exif()) + b"motion"
    photo = image(raw)
    assert (photo.kind, photo.width, photo.height) == ("png", 9, 7)
    assert not [secret for secret in SECRETS if secret in photo.data]
    assert _pixels(photo.data) == _pixels(raw)
    assert image(photo.data) == photo


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
@pytest.mark.parametrize("size", [(1, 1), (9, 7), (200, 3)])
def test_every_kind_of_png(mode: str, size: tuple[int, int]) -> None:
    raw = io.BytesIO()
    Image.new(mode, size).save(raw, "PNG")
    assert _pixels(image(raw.getvalue()).data) == _pixels(raw.getvalue())


@pytest.mark.parametrize(("size", "rows"), [((1, 1), 2), ((5, 5), 11 + 25), ((8, 8), 15 + 64)])
def test_interlaced_png(size: tuple[int, int], rows: int) -> None:
    """Seven passes over the picture; the bytes of grey pixels with one more for each row."""
    head = struct.pack(">IIBBBBB", *size, 8, 0, 0, 0, 1)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(rows))), (b"IEND", b"")]
    raw = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )
    assert _pixels(image(raw).data) == _pixels(raw)


@pytest.mark.parametrize("more", [{"progressive": True}, {"subsampling": 0}, {"quality": 20}])
@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_every_kind_of_jpeg(mode: str, more: dict[str, object]) -> None:
    raw = _bytes("JPEG", (40, 30), mode, **more)
    assert _pixels(image(raw).data) == _pixels(raw)


@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_photo_that_lies_on_its_side_is_refused(orientation: int) -> None:
    with pytest.raises(BadImage, match="stored turned"):
        image(_bytes("JPEG", exif=_exif(orientation)))


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is SVG, XML or HTML, not PNG or JPEG"),
        (b"\xef\xbb\xbf\n <?xml version='1.0'?><svg/>", "is SVG, XML or HTML, not PNG or JPEG"),
        (b"GIF89a", "is a GIF, not PNG or JPEG"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "is WebP, not PNG or JPEG"),
        (b"\0\0\0\x18ftypheic", "is HEIC, not PNG or JPEG"),
        (b"", "is neither PNG nor JPEG"),
        (b"text", "is neither PNG nor JPEG"),
        (b"\xff\xd8\xff", "is damaged or cut off"),
        (b"\xff\xd8" + b"\xff" * 300_000, "is damaged or cut off"),
        (b"\x89PNG\r\n\x1a\n", "is damaged or cut off"),
    ],
)
def test_what_is_no_photo(raw: bytes, said: str) -> None:
    with pytest.raises(BadImage) as error:
        image(raw)
    assert str(error.value) == said
    assert error.value.help


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_file_that_is_cut_off_is_refused_wherever(kind: str) -> None:
    raw = _bytes(kind, exif=_exif())
    for end in range(len(raw)):
        with pytest.raises(BadImage):
            image(raw[:end])


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_damaged_file_is_refused_or_drawn(kind: str) -> None:
    """Beyond the checksums, which would hide all else that is wrong in a PNG."""
    raw, chance = image(_bytes(kind, mode="P" if kind == "PNG" else "RGB")).data, random.Random(7)
    accepted = 0
    for _ in range(400):
        hurt = bytearray(raw)
        for _ in range(chance.randint(1, 4)):
            hurt[chance.randrange(len(hurt))] = chance.randrange(256)
        try:
            photo = image(_summed(bytes(hurt)) if kind == "PNG" else bytes(hurt))
        except BadImage:
            continue
        accepted += 1
        if accepted <= 40:
            _draw(photo)
    assert accepted > 10


def _summed(raw: bytes) -> bytes:
    """A PNG with the checksums that its chunks should have, as far as it has chunks."""
    at, made = 8, raw[:8]
    while at + 12 <= len(raw):
        end = at + 8 + int.from_bytes(raw[at : at + 4])
        made += raw[at:end] + struct.pack(">I", zlib.crc32(raw[at + 4 : end]))
        at = end + 4
    return made


def _draw(photo: Photo) -> None:
    """Graphviz makes a PNG and a PDF with it; raises EngineError where it does not."""
    made = pictures(["x"], lambda _: photo)
    with laid_out(made) as where:
        label = f"<TABLE><TR>{picture_cell(made.of[0], 30)}</TR></TABLE>"
        for format in ("png", "pdf"):
            render(f'digraph {{ graph [{where}]; a [pos="0,0!" label=<{label}>] }}', format)


def _png(
    depth: int, color: int, rest: bytes = bytes(3), row: bytes = bytes(99), palette: int = 0
) -> bytes:
    """Of one pixel; `row` is cut to what the pixel needs."""
    wide = 1 + ({0: 1, 2: 3, 3: 1, 4: 2, 6: 4}.get(color, 1) * depth + 7) // 8
    parts = [(b"IHDR", struct.pack(">IIBB", 1, 1, depth, color) + rest)]
    parts += [(b"PLTE", bytes(3))] * palette
    parts += [(b"IDAT", zlib.compress(row[:wide])), (b"IEND", b"")]
    chunks = (struct.pack(">I", len(body)) + kind + body + bytes(4) for kind, body in parts)
    return _summed(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))


LEGAL = {0: {1, 2, 4, 8, 16}, 2: {8, 16}, 3: {1, 2, 4, 8}, 4: {8, 16}, 6: {8, 16}}


@pytest.mark.parametrize("color", range(8))
@pytest.mark.parametrize("depth", [0, 1, 2, 3, 4, 8, 16, 32])
def test_depths_of_a_png_that_there_are(depth: int, color: int) -> None:
    raw = _png(depth, color, palette=int(color == 3))
    if depth in LEGAL.get(color, ()):
        _draw(image(raw))
    else:
        with pytest.raises(BadImage, match="is damaged or cut off"):
            image(raw)


@pytest.mark.parametrize(
    "raw",
    [
        _png(8, 0, b"\1\0\0"), _png(8, 0, b"\0\1\0"), _png(8, 0, b"\0\0\2"),
        _png(8, 0, bytes(4)), _png(8, 0, row=b"\5\0"), _png(8, 0, b"\0\0\1", b"\5\0"),
        _png(8, 3), _png(8, 3, palette=2),
    ],
    ids=["packing", "filtering", "interlacing", "length", "row", "pass", "palette", "palettes"],
)  # fmt: skip
def test_what_no_png_says(raw: bytes) -> None:
    with pytest.raises(BadImage, match="is damaged or cut off"):
        image(raw)


def _segments(raw: bytes) -> list[bytes]:
    """Of a JPEG with one scan, which is the last but one."""
    at, found = 2, []
    while raw[at + 1] != 0xDA:
        end = at + 2 + int.from_bytes(raw[at + 2 : at + 4])
        found.append(raw[at:end])
        at = end
    return [*found, raw[at:-2], raw[-2:]]


@pytest.mark.parametrize("marker", [0xC0, 0xC4, 0xDA, 0xDB])
def test_a_jpeg_without_a_part_is_refused(marker: int) -> None:
    raw = _bytes("JPEG")
    parts = [one for one in _segments(raw) if one[1] != marker]
    assert image(raw[:2] + b"".join(_segments(raw))) == image(raw)
    with pytest.raises(BadImage, match="is damaged or cut off"):
        image(raw[:2] + b"".join(parts))


@pytest.mark.parametrize(
    ("marker", "at", "byte"),
    [
        (0xC0, 3, 16), (0xC0, 9, 2), (0xC0, 10, 9), (0xC0, 11, 0x01), (0xC0, 11, 0x51),
        (0xC0, 12, 3), (0xDA, 3, 11), (0xDA, 4, 2), (0xDA, 5, 9), (0xDA, 5, 2), (0xDA, 6, 0x20),
        (0xDB, 3, 66), (0xDB, 4, 4), (0xC4, 4, 4), (0xC4, 4, 0x20), (0xC4, 5, 2), (0xC4, 21, 16),
    ],
)  # fmt: skip
def test_a_jpeg_that_contradicts_itself_is_refused(marker: int, at: int, byte: int) -> None:
    raw = _bytes("JPEG")
    parts = [bytearray(one) for one in _segments(raw)]
    next(one for one in parts if one[1] == marker)[at] = byte
    with pytest.raises(BadImage, match="is damaged or cut off"):
        image(raw[:2] + b"".join(parts))


@pytest.mark.parametrize("photo", ["keiko.png", "photos/keiko.png", "photos", "text.png"])
def test_a_photo_that_is_not_there_yet_keeps_its_path(tmp_path: Path, photo: str) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "text.png").write_bytes(b"text")
    ((finding,), position) = _read(tmp_path, photo)
    assert (finding.code, position.photo) == ("ORG011", photo)


def test_a_photo_that_grew_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "keiko.png").write_bytes(_bytes("PNG"))
    _read(tmp_path, "keiko.png")
    (organisation,) = read_project([tmp_path / "org.yaml"]).organisations
    assert read_photo(organisation, "keiko.png")
    with (tmp_path / "keiko.png").open("ab") as file:
        file.truncate(300_001)
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
    assert list(project.findings) == []
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
    assert finding.message == "the photo `large.png` has 5,000,000 kB"
    assert "at most 300 kB" in finding.help


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    ((finding,), _) = _read(tmp_path, "pipe.png")
    assert finding.message == "there is no photo `pipe.png`"


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


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_line_is_no_photo(kind: str) -> None:
    for size in ((1, 1), (2, 2000), (2000, 2)):
        _draw(image(_bytes(kind, size)))
    for size in ((1, 18), (18, 1)):
        with pytest.raises(BadImage, match=f"is {size[0]} x {size[1]} pixels"):
            image(_bytes(kind, size))
