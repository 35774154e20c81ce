"""A table of formats finds names, endings and functions, and imports only what is asked for."""

import subprocess
import sys
from typing import Protocol

import pytest

from format_tables import check_rows
from orgcli.render.formats import Formats, UnknownFormat


class TextWriter(Protocol):
    def __call__(self, text: str) -> str: ...


TABLE: Formats[TextWriter] = Formats(
    {"markdown": "orgcli.render.markdown:escaped", "absent": "orgcli.render.no_such:thing"},
    {".md": "markdown", ".x.md": "absent", ".markdown": "markdown", ".pdf": "pdf"},
)


def test_names_keep_their_order() -> None:
    assert TABLE.names == tuple(TABLE) == ("markdown", "absent")
    assert len(TABLE) == 2
    assert "absent" in TABLE
    assert "pdf" not in TABLE


def test_a_function_is_loaded_by_name() -> None:
    assert TABLE.load("markdown")("a*b") == TABLE["markdown"]("a*b") == "a\\*b"
    check_rows(Formats({"markdown": "orgcli.render.markdown:escaped"}), TextWriter)


@pytest.mark.parametrize("name", ["pdf", "", "orgcli.render.markdown:escaped"])
def test_an_unknown_format_names_those_there_are(name: str) -> None:
    with pytest.raises(UnknownFormat) as caught:
        TABLE.load(name)
    assert (caught.value.name, caught.value.known) == (name, TABLE.names)
    assert str(caught.value) == f"there is no format `{name}`; the formats are `markdown`, `absent`"
    assert TABLE.get(name) is None


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("chart.md", "markdown"),
        ("a/b.MD", "markdown"),
        ("a.x.md", "absent"),
        ("a.txt", None),
        ("a", None),
        (".md", "markdown"),
        ("a.md/b", None),
        ("", None),
    ],
)
def test_an_ending_asks_for_a_format(path: str, name: str | None) -> None:
    assert TABLE.by_ending(path) == name


def test_an_ending_of_a_format_that_is_not_here() -> None:
    with pytest.raises(UnknownFormat, match="`pdf`"):
        TABLE.by_ending("a.pdf")


def test_the_first_ending_is_the_one_a_file_gets() -> None:
    assert [TABLE.ending_of(name) for name in ("markdown", "absent", "other")] == [
        ".md",
        ".x.md",
        None,
    ]


def test_names_import_nothing() -> None:
    code = (
        "import sys; before = set(sys.modules)\n"
        "from orgcli.render.formats import Formats\n"
        "assert 'x' in Formats({'x': 'orgcli.render.markdown:escaped'})\n"
        "print(*(name for name in set(sys.modules) - before if name.startswith('orgcli.render.')))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["orgcli.render.formats"]
