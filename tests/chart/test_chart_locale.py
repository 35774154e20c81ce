"""A chart is the same, byte for byte, whatever the locale and the time zone of who draws it."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

SOURCES = "/usr/share/i18n/locales/tr_TR"
LOCALES = {
    "tr_TR.UTF-8": "UTF-8", "az_AZ.UTF-8": "UTF-8", "de_DE.UTF-8": "UTF-8", "lt_LT.UTF-8": "UTF-8",
    "ja_JP.UTF-8": "UTF-8", "de_DE.ISO-8859-1": "ISO-8859-1",
}  # fmt: skip
FORMATS = ("svg", "png", "pdf", "dot", "html", "txt")
ORG = """\
organisation: Iğdır Işık Şirketi
positions:
  - {id: ceo, title: CEO, holder: İpek Iğdırlı}
  - {id: cio, title: Chief Information Officer, holder: 山田 花子, reports_to: ceo}
"""
DRAW = """\
import sys
from orgcli.cli.arguments.typer_application import typer_application
for format in sys.argv[2:]:
    words = ["chart", "org.yaml", "-o", f"chart.{format}", "-f", format, "--engine", sys.argv[1]]
    if code := typer_application(["chart"])(words, standalone_mode=False):
        sys.exit(code)
"""
compiler, sources = pytest.mark.needs("localedef"), pytest.mark.needs(SOURCES)


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the locales, which few computers have."""
    folder = tmp_path_factory.mktemp("locales")
    for name, characters in LOCALES.items():
        language = name.partition(".")[0]
        command = ["localedef", "--no-archive", "-i", language, "-f", characters, folder / name]
        subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("charts")
    (folder / "org.yaml").write_text(ORG, "utf-8")
    return folder


def draw(
    folder: Path, environment: Mapping[str, str], *formats: str, engine: str = "bundled"
) -> list[bytes]:
    """The chart in some formats, drawn by a process with only this environment."""
    usual = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-c", DRAW, engine, *formats], cwd=folder, capture_output=True,
        text=True, encoding="utf-8", errors="replace", env={**usual, **environment},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return [(folder / f"chart.{format}").read_bytes() for format in formats]


@pytest.fixture(scope="module")
def usual(here: Path) -> list[bytes]:
    return draw(here, {"LC_ALL": "C"}, *FORMATS)


@compiler
@sources
@pytest.mark.parametrize("locale", LOCALES)
def test_a_chart_is_the_same_in_every_locale(
    here: Path, compiled: Path, usual: list[bytes], locale: str
) -> None:
    drawn = draw(here, {"LOCPATH": str(compiled), "LC_ALL": locale}, *FORMATS)
    assert [*map(hash, drawn)] == [*map(hash, usual)]


@compiler
@sources
@pytest.mark.needs("dot")
def test_the_program_of_graphviz_is_given_no_locale(here: Path, compiled: Path) -> None:
    one = draw(here, {"LC_ALL": "C"}, "svg", "pdf", engine="system")
    other = {"LOCPATH": str(compiled), "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"}
    two = draw(here, other, "svg", "pdf", engine="system")
    assert one == two


@pytest.mark.parametrize("zone", ["Asia/Kathmandu", "America/St_Johns", "UTC0", ""])
def test_a_pdf_is_the_same_in_every_time_zone(here: Path, usual: list[bytes], zone: str) -> None:
    (drawn,) = draw(here, {"LC_ALL": "C", "TZ": zone}, "pdf")
    assert drawn == usual[FORMATS.index("pdf")]


@compiler
@sources
def test_drawing_leaves_the_locale_of_the_process(here: Path, compiled: Path) -> None:
    code = (
        "import locale, os, time, orgcli\nfrom pathlib import Path\n"
        "locale.setlocale(locale.LC_ALL, '')\nbefore = locale.setlocale(locale.LC_ALL), "
        "dict(os.environ), time.localtime(0)\n"
        "from orgcli.chart.graphviz.engine import render\n"
        "render('digraph {a [pos=\"0,0\"]}', 'svg')\n"
        "assert before == (locale.setlocale(locale.LC_ALL), dict(os.environ), time.localtime(0))\n"
    )
    environment = {"LOCPATH": str(compiled), "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"}
    done = subprocess.run([sys.executable, "-c", code], cwd=here, env=environment,
                          capture_output=True, text=True)  # fmt: skip
    assert done.stderr == ""


@pytest.mark.parametrize("language", ["sv_SE.UTF-8", "de_DE.UTF-8", "nn_NO"])
def test_the_language_of_the_locale_is_not_that_of_a_chart(
    here: Path, usual: list[bytes], language: str
) -> None:
    """It is said which flag draws it in that language."""
    done = subprocess.run(
        [sys.executable, "-m", "orgcli", "chart", "org.yaml", "-o", "chart.svg"], cwd=here,
        capture_output=True, text=True, encoding="utf-8", env={**os.environ, "LC_ALL": language},
    )  # fmt: skip
    assert (here / "chart.svg").read_bytes() == usual[0]
    tag = {"nn": "nb"}.get(language[:2], language[:2])
    assert f"in English; --lang {tag} draws it in " in done.stderr
