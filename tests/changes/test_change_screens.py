"""Eight edits of Northwind Robotics in all formats, all languages and two widths."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from northwind import edit, write_before

from command_line import run_in
from orgcli.changes.formats import FORMATS
from orgcli.language.tags import LANGUAGES

SCREENS = Path(__file__).parent / "screens"
PICTURES = ("svg", "png", "pdf", "html")
"""Tests of their own below say what is in them; tests/chart looks at all of them."""


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `before` and `after`."""
    folder = tmp_path_factory.mktemp("northwind")
    write_before(folder / "before")
    write_before(folder / "after")
    edit(folder / "after")
    return folder


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("language", LANGUAGES)
def test_text(
    language: str,
    width: int,
    sides: Path,
    golden: Callable[[Path, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    command = f"COLUMNS={width} orgcli diff before after --as-of 2027-01-01 --lang {language}"
    code, out, err = run_in(sides, command, monkeypatch)
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= width
    golden(SCREENS / f"northwind-{language}-{width}.txt", out)


@pytest.mark.parametrize("format", [name for name in FORMATS if name not in ("text", *PICTURES)])
def test_format(
    format: str, sides: Path, golden: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, err = run_in(
        sides, f"orgcli diff before after --as-of 2027-01-01 -f {format}", monkeypatch
    )
    assert (code, err) == (0, "")
    golden(SCREENS / f"northwind.{format}.txt", out)


@pytest.mark.parametrize("context", ["", " --context 1"])
def test_picture(
    context: str, sides: Path, golden: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    command = f"orgcli diff before after --as-of 2027-01-01 -f svg{context}"
    code, out, err = run_in(sides, command, monkeypatch)
    assert (code, err) == (0, "")
    said = [unescape(text) for text in re.findall(r"<text [^>]*>([^<]*)</text>", out)]
    name = "northwind-near.svg.txt" if context else "northwind.svg.txt"
    golden(SCREENS / name, "\n".join(said) + "\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_page(
    language: str,
    sides: Path,
    golden: Callable[[Path, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is said of cards in views that differ, and all that stands beside the chart."""
    command = f"orgcli diff before after --as-of 2027-01-01 -f html --lang {language}"
    code, out, err = run_in(sides, command, monkeypatch)
    assert (code, err) == (0, "")
    parts = re.findall(r'<g class="v ([abc ]+)" role="img"><title>([^<]*)</title>', out)
    said = [f"{views}: {unescape(title)}" for views, title in parts if views != "b c a"]
    beside = re.sub(r"(?s)<(style|svg|script).*?</\1>", "", out)
    words = [unescape(text).strip() for text in re.findall(r">([^<]+)<", beside)]
    lines = [*filter(None, words), "", *(said if language == "en" else ())]
    golden(SCREENS / f"northwind-{language}.html.txt", "\n".join(lines) + "\n")


def test_colour_comes_with_a_sign(sides: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, plain, _ = run_in(
        sides, "orgcli diff before after --as-of 2027-01-01 --color never", monkeypatch
    )
    _, painted, _ = run_in(
        sides, "orgcli diff before after --as-of 2027-01-01 --color always", monkeypatch
    )
    assert "\x1b[" not in plain and "\x1b[32m+" in painted and "\x1b[31m-" in painted
    for sign in ("+ Ottilie", "- Renske", "⇄ Jamal", "→ Rosalind", "= cco", "~ "):
        assert f"\n{sign}" in plain


def test_nobody_is_named_where_only_titles_are_wanted(
    sides: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for format in FORMATS:
        command = f"orgcli diff before after --as-of 2027-01-01 --fields title -f {format}"
        _, out, _ = run_in(sides, command, monkeypatch)
        for name in ("Ottilie", "Cordelia", "Renske", "Jamal", "Rosalind", "Nikolai", "Leilani"):
            assert name not in out, (format, name)
