"""Engines: silent where all is well, one clear line where it is not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from chart_samples import sales_team, whole

from orgcli.chart.draw import chart_of, draw
from orgcli.chart.graphviz.engine import EngineError, render
from orgcli.model.organisation.organisation import Titles

NO_TITLES = Titles({})
ALL = ("svg", "png", "pdf")
"""Of letters that no font here has, only SVG can be drawn; see test_chart_fonts."""

_DRAW = """
import sys
sys.path.insert(0, {folder!r})
from chart_samples import {make}, whole
from orgcli.chart.draw import draw
from orgcli.model.organisation.organisation import Titles
for format in {formats}:
    draw({make}(), Titles({{}}), whole(format=format))
"""


@pytest.mark.parametrize(
    ("make", "formats"),
    [("sales_team", ALL), ("tangled", ALL), ("hostile", ("svg",))],
    ids=["sales_team", "tangled", "hostile"],
)
def test_users_see_nothing_of_the_libraries(make: str, formats: tuple[str, ...]) -> None:
    program = _DRAW.format(folder=str(Path(__file__).parent), make=make, formats=formats)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.skipif(os.name == "nt", reason="closes a file descriptor with the shell")
def test_nobody_needs_to_listen_to_stderr() -> None:
    program = _DRAW.format(folder=str(Path(__file__).parent), make="sales_team", formats=ALL)
    command = ["sh", "-c", 'exec "$0" -c "$1" 2>&-', sys.executable, program]
    assert subprocess.run(command, check=False).returncode == 0


def test_no_warning_needs_to_be_hidden_for_usual_text(capfd: pytest.CaptureFixture[str]) -> None:
    """The DOT is clean for others too: fontconfig may complain, Graphviz may not."""
    import pygraphviz

    graph = pygraphviz.AGraph(string=chart_of(sales_team(), NO_TITLES, whole()).sheet.dot())
    graph.has_layout = True
    graph.draw(format="svg")
    said = capfd.readouterr().err.splitlines()
    assert [line for line in said if not line.startswith("Fontconfig")] == []


@pytest.mark.parametrize(
    ("dot", "said"),
    [
        ('digraph { a [pos="0,0", label=<<B></B>>] }', "syntax error"),
        ('digraph { a [pos="0,0", label=<<I>a & b</I>>] }', "not well-formed"),
        ('digraph { a [pos="0,0", shape=nonsense] }', "unknown shape nonsense"),
        ("digraph { a [", "syntax error"),
        ("", "cannot draw"),
    ],
)
def test_warnings_of_graphviz_are_failures(dot: str, said: str) -> None:
    with pytest.raises(EngineError, match=said) as raised:
        render(dot, "svg")
    assert "\n" not in str(raised.value)


def test_stderr_works_after_a_failure(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(EngineError):
        render("digraph {", "svg")
    os.write(2, b"still here\n")
    assert capfd.readouterr().err == "still here\n"


def test_bundled_needs_no_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert draw(sales_team(), NO_TITLES, whole(format="svg")).data


def test_a_missing_program_is_named_with_its_cure(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineError, match="Graphviz is not installed") as raised:
        draw(sales_team(), NO_TITLES, whole(format="svg", engine="system"))
    assert "https://graphviz.org/download" in raised.value.help


def _fake_dot(folder: Path, script: str) -> None:
    program = folder / "dot"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="the stand-in program is a shell script")
@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("cat >/dev/null; echo 'Error: bad label' >&2; echo '<svg/>'", "as it should: Error: bad"),
        ("cat >/dev/null; echo 'Format: \"svg\" not recognized.' >&2; exit 1", "not recognized"),
        ("cat >/dev/null; exit 3", "status 3"),
        ("cat >/dev/null", "drew nothing as svg"),
    ],
)
def test_a_program_that_fails(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str, said: str
) -> None:
    _fake_dot(tmp_path, script)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
    with pytest.raises(EngineError, match=said):
        draw(sales_team(), NO_TITLES, whole(format="svg", engine="system"))


@pytest.mark.skipif(os.name == "nt", reason="the stand-in program is a file without a format")
def test_a_program_that_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "dot").write_bytes(b"\x00\x01")
    (tmp_path / "dot").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineError, match="`dot` cannot be run"):
        draw(sales_team(), NO_TITLES, whole(format="svg", engine="system"))


@pytest.mark.needs("dot")
def test_the_program_of_this_computer_draws_the_same_page() -> None:
    drawing = draw(sales_team(), NO_TITLES, whole(format="svg", engine="system"))
    size = f'width="{drawing.width}pt" height="{drawing.height}pt"'
    assert size.encode() in drawing.data
    assert drawing.data.count(b'role="img"') == drawing.positions
