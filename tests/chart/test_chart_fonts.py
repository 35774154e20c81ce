"""Fonts: letters on a computer that has none, and one clear line where there is no letter."""

import hashlib
import io
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from chart_samples import whole
from PIL import Image, ImageFont
from pypdf import PdfReader

from orgcli.chart.draw import chart_of, draw
from orgcli.chart.graphviz import fonts
from orgcli.chart.paper.text_width import BOLD, REGULAR, Weight, width
from orgcli.chart.typesetting.advances import UNITS
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import Position
from orgcli.model.request.chart_request import ChartRequest
from pdf_text import text_of

pytestmark = pytest.mark.skipif(
    sys.platform in ("darwin", "win32"), reason="letters are drawn without Fontconfig there"
)

_DOT = (
    'digraph { graph [charset="utf-8"];\n"李" [shape=box pos="0,0!" width=4'
    ' fontname="Helvetica,Arial,sans-serif" tooltip="娜" label=<%s <B>%s</B> <I>%s</I>>]; }'
)
_OURS = """
import sys
from orgcli.chart.graphviz.engine import render
sys.stdout.buffer.write(render(sys.argv[2], sys.argv[1]))
"""
_BARE = """
import sys, pygraphviz
graph = pygraphviz.AGraph(string=sys.argv[2])
graph.has_layout = True
sys.stdout.buffer.write(graph.draw(format=sys.argv[1]))
"""

_PREFER = "<alias><family>Helvetica</family><accept><family>{}</family></accept></alias>"
DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"


def _dot(text: str) -> str:
    return _DOT % (text, text, text)


@pytest.fixture
def no_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer on which Fontconfig finds nothing, for the processes that are started."""
    config = tmp_path / "empty.conf"
    config.write_text('<?xml version="1.0"?>\n<fontconfig></fontconfig>\n', "utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(config))


def _run(program: str, format: str, text: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", program, format, _dot(text)]
    return subprocess.run(command, capture_output=True, check=False)


def _rendered(program: str, format: str, text: str) -> bytes:
    done = _run(program, format, text)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def _fonts_of(pdf: bytes) -> set[str]:
    """The fonts that are embedded in its first page."""
    listed = PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]["/Font"].values()
    found = [font.get_object() for font in listed]
    return {str(font["/BaseFont"]).split("+")[1] for font in found if _is_embedded(font)}


def _is_embedded(font: dict[str, object]) -> bool:
    inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
    return "/FontFile2" in inner["/FontDescriptor"].get_object()


def _pixels(png: bytes) -> bytes:
    return Image.open(io.BytesIO(png)).convert("RGB").tobytes()


@pytest.mark.usefixtures("no_fonts")
def test_a_computer_without_fonts_gets_letters_in_png() -> None:
    keiko, boxes = _rendered(_OURS, "png", "Keiko"), _rendered(_BARE, "png", "Keiko")
    assert _pixels(boxes) == _pixels(_rendered(_BARE, "png", "Marta")), "there are fonts here"
    assert _pixels(keiko) != _pixels(boxes)
    assert _pixels(keiko) != _pixels(_rendered(_OURS, "png", "Marta"))
    assert keiko == _rendered(_OURS, "png", "Keiko")


@pytest.mark.usefixtures("no_fonts")
def test_a_computer_without_fonts_gets_letters_in_pdf() -> None:
    pdf = _rendered(_OURS, "pdf", "Zoë Řehoř Ωmega Ян")
    page = PdfReader(io.BytesIO(pdf)).pages[0]
    assert _fonts_of(pdf) == {"LiberationSans", "LiberationSans-Bold", "LiberationSans-Italic"}
    assert text_of(page) == "Zoë Řehoř Ωmega Ян Zoë Řehoř Ωmega Ян Zoë Řehoř Ωmega Ян"


@pytest.mark.usefixtures("no_fonts")
def test_letters_that_no_font_has_are_told() -> None:
    program = "import sys\nfrom orgcli.chart.graphviz.engine import missing_letters\n"
    done = _run(program + "print(ascii(missing_letters(['Li ', '王 芳'])))", "png", "")
    assert done.stdout.decode().strip() == ascii(["王", "芳"])
    assert not done.stderr


@pytest.mark.usefixtures("no_fonts")
def test_svg_needs_no_font() -> None:
    assert "王 芳" in _rendered(_OURS, "svg", "王 芳").decode()


@pytest.mark.usefixtures("no_fonts")
def test_names_and_tooltips_are_not_drawn_and_need_no_letters() -> None:
    assert _rendered(_OURS, "png", "Li Na").startswith(b"\x89PNG")
    hidden = Organisation("Team", [Position("李", "Boss", holder=("娜",))])
    texts = chart_of(hidden, Titles({}), ChartRequest(fields=("title",))).sheet.texts
    assert not set("李娜") & set("".join(texts))


@pytest.mark.usefixtures("no_fonts")
def test_programs_find_the_typeface_too() -> None:
    before = os.environ["FONTCONFIG_FILE"]
    with fonts.typeface_for_programs():
        assert _pixels(_rendered(_BARE, "png", "Keiko")) != _pixels(
            _rendered(_BARE, "png", "Marta")
        )
    assert os.environ["FONTCONFIG_FILE"] == before


@pytest.mark.needs(DEJAVU)
@pytest.mark.parametrize(
    ("alias", "drawn"),
    [
        ("", "LiberationSans"),
        (_PREFER.format("DejaVu Sans"), "DejaVuSans"),
    ],
    ids=["nothing-said", "preferred"],
)
def test_a_font_that_the_computer_prefers_is_taken(
    alias: str, drawn: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And where nothing is preferred, not just any font that happens to be there."""
    config = tmp_path / "fonts.conf"
    config.write_text(f"<fontconfig><dir>{Path(DEJAVU).parent}</dir>{alias}</fontconfig>", "utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(config))
    assert _fonts_of(_rendered(_OURS, "pdf", "Keiko")) == {drawn, f"{drawn}-Bold"} | {
        "LiberationSans-Italic" if drawn == "LiberationSans" else "DejaVuSans-Oblique"
    }
    with fonts.typeface_for_programs():
        assert drawn in _fonts_of(_rendered(_BARE, "pdf", "Keiko"))


def test_the_usual_fonts_stay_beside_the_typeface(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    program = (
        "import ctypes\nfrom orgcli.chart.graphviz import fonts\nlibrary = fonts._library()\n"
        "print(library.FcConfigGetFonts(None, 0).contents.nfont)"
    )
    command = [sys.executable, "-c", program]
    alone = int(subprocess.run(command, capture_output=True, check=True).stdout)
    with fonts.typeface_for_programs():
        both = int(subprocess.run(command, capture_output=True, check=True).stdout)
    assert both == alone + 3
    assert "FONTCONFIG_FILE" not in os.environ


@pytest.mark.parametrize(
    "text",
    [
        "plain ASCII ~",
        "Łukasz Öztürk, Nguyễn Thị Hòa, Ægir Þór",
        "Zoe\u0308 and A\u030a",
        "no\u00a0break \u200b\u200d\u2066only steering\u2069 \u180b\ufe0f\u034f",
        "\u212a \u212b \u219a",
    ],
    ids=["ascii", "latin", "marks", "signs-not-seen", "letters-drawn-in-parts"],
)
def test_what_the_typeface_has_is_not_missing(text: str) -> None:
    assert fonts.without_font(text) == []


def test_each_missing_letter_is_told_once_by_code_point() -> None:
    assert fonts.without_font("b\U000fabcd a\U000fabc3\U000fabc3 é") == ["\U000fabc3", "\U000fabcd"]


@pytest.mark.parametrize("paper", [whole(page="none"), whole(page="a4", book=True)])
@pytest.mark.parametrize("format", ["png", "pdf", "svg"])
def test_a_letter_that_nobody_has_is_told_of_pictures_of_letters(
    format: str, paper: ChartRequest
) -> None:
    if paper.book and format == "png":
        paper = whole(page="a4")
    seen = Position("\U000fabc6", title="Boss", holder=("Keiko \U000fabc3",), tags=("\U000fabc7",))
    drawn = draw(Organisation("Team", [seen]), Titles({}), replace(paper, format=format))
    told = [note for note in drawn.notes if "no font on this computer has" in note]
    assert len(told) == (format != "svg")
    for note in told:
        assert "has `\U000fabc3` (U+FABC3), so" in note and "write svg" in note


@pytest.mark.parametrize(
    ("letters", "package"),
    [
        ("李", "fonts-noto-cjk;"),
        ("ひ", "fonts-noto-cjk;"),
        ("김", "fonts-noto-cjk;"),
        ("ꠀ", "fonts-noto-core;"),
        ("😀", "fonts-noto-color-emoji;"),
        ("😀李", "fonts-noto-color-emoji and fonts-noto-cjk;"),
    ],
)
def test_help_names_a_package_for_the_script(letters: str, package: str) -> None:
    (said,) = fonts.missing_letter_notes(letters)
    assert f"as in Debian's {package}" in said


def test_many_missing_letters_are_counted() -> None:
    (said,) = fonts.missing_letter_notes("一二三四五六七")
    assert "`五` (U+4E94) and 2 more, so they are boxes" in said
    assert fonts.missing_letter_notes("") == ()


@pytest.mark.parametrize(
    ("style", "weight"), [("Regular", REGULAR), ("Italic", REGULAR), ("Bold", BOLD)]
)
def test_the_typeface_fits_the_widths_that_cards_are_made_for(style: str, weight: Weight) -> None:
    """With kerning, which only draws letters together; measured in the units of the typeface."""
    font = ImageFont.truetype(str(fonts.TYPEFACE / f"LiberationSans-{style}.ttf"), UNITS)
    texts = ["Ebele Sjöström", "Joaquín Bergsma", "Ayodele Kjellberg", "SDR, EMEA", "Sales"]
    texts += ["Chief Revenue Officer", "VP of Sales, Americas", "Nguyễn Thị Hòa", "Жанна Щербакова"]
    for text in (*texts, *map(str.upper, texts)):
        assert font.getlength(text) <= width(text, UNITS, weight), text


def test_the_typeface_is_as_its_makers_published_it() -> None:
    """Liberation 2.1.5: its licence lets nobody call a changed one by its name."""
    digests = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        for path in fonts.TYPEFACE.glob("*.ttf")
    }
    assert digests == {
        "LiberationSans-Bold.ttf": "ba0e0dc3f7aca5b0",
        "LiberationSans-Italic.ttf": "01f559e5c501d3d5",
        "LiberationSans-Regular.ttf": "8d91388f1d3604b3",
    }
    assert "Reserved Font Name Liberation" in (fonts.TYPEFACE / "OFL.txt").read_text("utf-8")
