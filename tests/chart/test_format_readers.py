"""Every chart format has a reader here, by which a chart of it names everybody who is on it."""

import csv
import io
import json
import re
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pygraphviz
import pytest
from chart_samples import sales_team, whole
from PIL import Image
from pypdf import PdfReader

from orgcli.chart.draw import draw
from orgcli.chart.formats import FORMATS
from orgcli.model.organisation.organisation import Titles
from pdf_text import text_of

NO_TITLES = Titles({})


def _svg(data: bytes) -> str:
    return " ".join(ET.fromstring(data).itertext())


def _pdf(data: bytes) -> str:
    return " ".join(text_of(page) for page in PdfReader(io.BytesIO(data)).pages)


def _pptx(data: bytes) -> str:
    with ZipFile(io.BytesIO(data)) as file:
        names = sorted(name for name in file.namelist() if name.startswith("ppt/slides/slide"))
        return " ".join(" ".join(ET.fromstring(file.read(name)).itertext()) for name in names)


def _html(data: bytes) -> str:
    found = re.search(
        r'(?s)<script type="application/json" id="data">(.*?)</script>', data.decode()
    )
    assert found
    return json.dumps(json.loads(found[1]), ensure_ascii=False)


def _dot(data: bytes) -> str:
    graph = pygraphviz.AGraph(string=data.decode())
    return unescape(" ".join(node.attr["tooltip"] for node in graph.nodes()))


def _drawio(data: bytes) -> str:
    rows = [line for line in data.decode().splitlines() if not line.startswith("#")]
    return re.sub(r"<[^>]*>", " ", unescape(" ".join(map(" ".join, csv.reader(rows)))))


def _text(data: bytes) -> str:
    return re.sub(r"<br/?>|\\n|\u200b", " ", data.decode())


READERS: dict[str, Callable[[bytes], str]] = {
    "svg": _svg,
    "pdf": _pdf,
    "pptx": _pptx,
    "html": _html,
    "dot": _dot,
    "mermaid": _text,
    "plantuml": _text,
    "drawio": _drawio,
    "tree": _text,
    "txt": _text,
}
"""The words in a file of each format."""

PICTURES = {"png": "PNG"}
"""Formats without words, as Pillow calls them."""


def test_every_format_has_a_reader() -> None:
    known = {*READERS, *PICTURES}
    assert set(FORMATS) - known == set(), "a chart format without a test: give it a reader"
    assert known - set(FORMATS) == set(), "a reader of no chart format"


@pytest.mark.parametrize("format", READERS)
def test_everybody_is_named(format: str) -> None:
    """By first name: a card may break or cut a long one."""
    organisation = sales_team()
    words = READERS[format](draw(organisation, NO_TITLES, whole(format=format)).data)
    holders = [holder for position in organisation.positions for holder in position.holder]
    assert [one for one in holders if one.split()[0] not in words] == []


@pytest.mark.parametrize("format", PICTURES)
def test_a_picture_is_not_empty(format: str) -> None:
    picture = Image.open(io.BytesIO(draw(sales_team(), NO_TITLES, whole(format=format)).data))
    assert picture.format == PICTURES[format]
    assert len(picture.convert("RGB").getcolors(1 << 24)) > 20


@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize("book", [False, True])
def test_another_reader_of_pdf_has_nothing_to_complain_of(book: bool, tmp_path: Path) -> None:
    """pypdf reads what pypdf wrote, and forgives more than most readers."""
    path = tmp_path / "chart.pdf"
    request = whole(format="pdf", page="a5", book=book)
    path.write_bytes(draw(sales_team(), NO_TITLES, request).data)
    done = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Priya Vasquez" in done.stdout
