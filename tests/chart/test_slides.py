"""A deck of slides: native shapes, glued connectors, links; as LibreOffice renders it, our PDF."""

import os
import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation

from command_line import run_in
from orgcli.api.chart import draw
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import DottedLine, Position
from orgcli.model.project import role_titles
from orgcli.model.request.chart_request import ChartRequest
from orgcli.read.organisation.project import read_project
from tools import program

ROOT = Path(__file__).resolve().parents[2]
NORTHWIND = ROOT / "examples/northwind-robotics"
TYPEFACE = ROOT / "src/orgcli/render/typeface"


def deck_of(folder: Path, **how: object) -> bytes:
    project = read_project([folder])
    request = ChartRequest(format="pptx", **how)  # type: ignore[arg-type]
    return draw(project.organisations[0], role_titles(project), request).data


def test_a_deck_is_shapes_that_can_be_edited() -> None:
    deck = Presentation(BytesIO(deck_of(NORTHWIND)))
    organisation = read_project([NORTHWIND]).organisations[0]
    names = set()
    for slide in deck.slides:
        shapes = {one.shape_id: one for one in slide.shapes}
        inside = {
            one.shape_id for group in slide.shapes if group.shape_type == 6 for one in group.shapes
        }
        names |= {one.name for one in slide.shapes if one.shape_type == 6}
        numbers = re.findall(r'<p:cNvPr id="(\d+)"', slide.shapes._spTree.xml)
        assert len(numbers) == len(set(numbers)), "every shape has a number of its own"
        ends = re.findall(r'<a:(?:st|end)Cxn id="(\d+)" idx="(\d+)"', slide.shapes._spTree.xml)
        assert ends and all(int(end) in inside for end, _ in ends)
        assert shapes and "Picture" not in {type(one).__name__ for one in slide.shapes}
        assert "org.yaml" in slide.notes_slide.notes_text_frame.text
    assert {one.id for one in organisation.positions if one.status != "closed"} <= names | rows(
        deck
    )


def rows(deck) -> set[str]:
    """The names of shapes in groups: rows of panels are groups as well."""
    return {one.name for slide in deck.slides for group in slide.shapes
            if group.shape_type == 6 for one in group.shapes}  # fmt: skip


def test_cards_lead_to_the_slides_of_those_below_them() -> None:
    deck = Presentation(BytesIO(deck_of(NORTHWIND)))
    first = deck.slides[0]
    targets = {
        relation.target_part.partname
        for relation in first.part.rels.values()
        if relation.reltype.endswith("/slide")
    }
    assert len(targets) >= 5
    assert "hlinksldjump" in first.shapes._spTree.xml


def test_the_same_chart_is_the_same_bytes() -> None:
    assert deck_of(NORTHWIND, page="a4") == deck_of(NORTHWIND, page="a4")


def test_hostile_text_is_text() -> None:
    texts = ("<a:t>&", "]]>", '"x"', "a\x00b\x1b[31m", "عمر", "\u202eevil", "=1+1", "A" * 300)
    positions = [Position("top", title="Top", holder=("Ada",))]
    positions += [
        Position(f"{at} {text}", title=text, holder=(text,), reports_to="top",
                 dotted_lines=(DottedLine("top", text),))
        for at, text in enumerate(texts)
    ]  # fmt: skip
    data = draw(Organisation("x", positions), Titles({}), ChartRequest(format="pptx")).data
    shown = Presentation(BytesIO(data))
    written = "".join(
        one.text_frame.text
        for slide in shown.slides for group in slide.shapes if group.shape_type == 6
        for one in group.shapes if one.has_text_frame
    )  # fmt: skip
    assert "<a:t>&" in written and "=1+1" in written and "\x1b" not in written


def test_without_python_pptx_there_is_one_line(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['pptx'] = None; sys.argv = ['orgcli', 'chart',"
        f" {str(NORTHWIND)!r}, '--isolated', '-o', 'deck.pptx'];"
        "from orgcli.__main__ import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "orgcli: presentations need python-pptx, which is not installed",
        "  help: pip install 'orgcli[office]'",
    ]


Words = list[tuple[str, float, float]]


def words_of(pdf: Path) -> list[Words]:
    """The words of each page with their left upper corners in points."""
    out = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True
    ).stdout
    corner = re.compile(r'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>(.*?)</word>')
    return [
        [(word, float(x), float(y)) for x, y, word in corner.findall(page)]
        for page in re.findall(r"<page.*?</page>", out, re.DOTALL)
    ]


@pytest.mark.needs("soffice")
@pytest.mark.needs("/usr/lib/libreoffice/share/registry/impress.xcd")
@pytest.mark.needs("pdftotext")
def test_libreoffice_draws_what_our_pdf_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Page by page, each word within 2 points.

    LibreOffice rounds sizes of letters to tenths of a point: to the right, a line of text is half
    a percent longer or shorter.
    """
    fonts = tmp_path / "home/.fonts"
    fonts.mkdir(parents=True)
    for font in TYPEFACE.glob("*.ttf"):
        shutil.copy(font, fonts)
    run_in(tmp_path, f"orgcli chart {NORTHWIND} --isolated -o deck.pptx", monkeypatch)
    run_in(tmp_path, f"orgcli chart {NORTHWIND} --isolated --page 16:9 -o ours.pdf", monkeypatch)
    soffice = program("soffice")
    assert soffice
    subprocess.run(
        [soffice, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "pdf", "deck.pptx"],
        cwd=tmp_path, env={**os.environ, "HOME": str(tmp_path / "home")},
        check=True, capture_output=True, timeout=150,
    )  # fmt: skip
    theirs, ours = words_of(tmp_path / "deck.pdf"), words_of(tmp_path / "ours.pdf")
    assert len(theirs) == len(ours) > 5
    for number, (page, expected) in enumerate(zip(theirs, ours, strict=True), 1):
        assert sorted(word for word, _, _ in page) == sorted(word for word, _, _ in expected)
        for word, x, y in page:
            far = min(
                max(abs(x - left) - x * 0.005, abs(y - top))
                for other, left, top in expected
                if other == word
            )
            assert far < 2, f"page {number}: {word}"
