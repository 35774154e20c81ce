"""`orgcli chart`: what its flags and `[chart]` mean, and which of them cannot be meant together."""

from pathlib import Path

import pytest

from command_line import run_in
from orgcli.chart.request import NO_PAPER, Appearance, Paper, Selection
from orgcli.cli.chart.request import Flags, Style, asked, words_of_keys
from orgcli.cli.inputs import Inputs, configuration
from orgcli.model.settings import ChartOptions

ORG = """\
organisation: N
positions:
  - {id: ceo, holder: Keiko Eriksen}
  - {id: cro, reports_to: ceo}
"""
ALL = """\
[chart]
format = "pdf"
page = "a3"
orientation = "portrait"
min-font = 8
top-layers = 0
leaves-first = true
dotted = "chips"
dpi = 300
color-by = "location"
fields = ["title", "name"]
theme = "dark"
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "org.yaml").write_text(ORG, "utf-8")
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != ".git")


@pytest.mark.parametrize(
    ("words", "said", "advice"),
    [
        ("--page a9", "--page: there is no page `a9`", "a4"),
        ("--page 5x5mm", "--page: a page cannot be `5x5mm`", ""),
        ("--page a4 --orientation portrat", "--orientation cannot be `portrat`", "`portrait`"),
        ("--dotted line", "--dotted cannot be `line`", "`lines`"),
        ("--page a4 --min-font 0", "--min-font cannot be 0.0", "such as 7"),
        ("--page a4 --min-font nan", "--min-font cannot be nan", "such as 7"),
        ("--page a4 --min-font inf", "--min-font cannot be inf", "such as 7"),
        ("--page a4 --min-font -3", "--min-font cannot be -3.0", "such as 7"),
        ("--min-font small", "'--min-font'", "valid number"),
        ("--top-layers -1", "'--top-layers'", "equal to 0"),
        ("-f png --dpi 35", "'--dpi'", "equal to 36"),
        ("-f png --dpi 1201", "'--dpi'", "equal to 1200"),
        ("--lang xx", "--lang cannot be `xx`", "sv (svenska)"),
        ("--dpi 300", "--dpi means nothing for svg", "write png"),
        ("--dpi 300 -o org.pdf", "--dpi means nothing for pdf", "write png"),
        ("--page a4 -f tree", "--page means nothing for tree", "svg, png, pdf"),
        ("--orientation auto -f txt", "--orientation means nothing for txt", "leave it out"),
        ("--min-font 6 -f mermaid", "--min-font means nothing for mermaid", "leave it out"),
        ("--top-layers 2 -f plantuml", "--top-layers means nothing for plantuml", "leave it out"),
        ("--leaves-first -f tree", "--leaves-first means nothing for tree", "leave it out"),
        ("--dotted none -f drawio", "--dotted means nothing for drawio", "leave it out"),
        ("--theme dark -f tree", "--theme means nothing for tree", "leave it out"),
        ("--no-book -f tree", "--no-book means nothing for tree", "leave it out"),
        ("--no-book -f svg --page a4", "--no-book means nothing for svg", "write pdf"),
        ("--min-font 1e300 -f pdf", "--min-font cannot be 1e+300", "such as 7"),
        ("--book -f tree", "a file of tree holds one", "--book-dir"),
        ("--book -f svg", "a file of svg holds one", "--book-dir"),
        ("--book -f dot", "a file of dot holds one", "-f pdf"),
        ("--book-dir b -o x.svg", "--book-dir says where the pages go", "leave out one"),
        ("--book-dir b --no-book", "--no-book for one page", "leave out one"),
        ("--book-dir b -f pdf", "pages of pdf are not written as files", "-f png"),
        ("--book-dir b -f tree", "pages of tree are not written as files", "-f png"),
        ("--orientation portrait", "there is none", "--page a4"),
        ("--min-font 8", "--min-font is about a page", "--page a4"),
        ("--page none --orientation portrait", "there is none", "--page a4"),
        ("--page NONE --book -f pdf", "--book is about a page", "--page a4"),
        ("--page none --book-dir b", "--book-dir is about a page", "--page a4"),
        ("--watch -o - -f svg", "--watch needs a file", "-o"),
        ("--watch -f tree", "--watch needs a file", "-o"),
        ("--open -o -", "--open needs a file", "-o"),
        ("--open -f tree", "--open needs a file", "-o"),
        ("--watch --stdin-filename x.yaml -", "--watch cannot see standard input", "name a file"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    here: Path, monkeypatch: pytest.MonkeyPatch, words: str, said: str, advice: str
) -> None:
    paths = "" if words.endswith(" -") else " org.yaml"
    code, out, err = run_in(here, f"orgcli chart {words}{paths}", monkeypatch)
    assert (code, out) == (2, "")
    assert said in err
    assert advice in err
    assert names(here) == ["org.yaml"]


def asked_of(here: Path, monkeypatch: pytest.MonkeyPatch, flags: Flags, *paths: str):  # type: ignore[no-untyped-def]
    monkeypatch.chdir(here)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return asked(flags, paths, configuration(Inputs(paths)))


def test_nothing_said_is_what_a_chart_usually_is(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = asked_of(here, monkeypatch, Flags(Style(), Selection()), "org.yaml")
    assert (found.target, found.format, found.apart) == ("org.svg", "svg", False)
    assert (found.paper, found.appearance, found.language) == (NO_PAPER, Appearance(), "en")


def test_flags_become_a_paper(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    style = Style(
        "png", "a3", "landscape", 6.5, 2, True, "none", 300, "level", ("id", "id"), "dark"
    )
    found = asked_of(here, monkeypatch, Flags(style, Selection()), "org.yaml")
    assert found.paper == Paper("a3", "landscape", 6.5, 2, True, None, 300, "none")
    assert found.appearance == Appearance("level", ("id",), "dark")
    assert found.target == "org.png"
    whole = Flags(Style(format="pdf"), Selection(), book=False)
    assert asked_of(here, monkeypatch, whole, "org.yaml").paper.book is False


def test_the_configuration_gives_what_no_flag_says(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "orgcli.toml").write_text('language = "de"\n' + ALL, "utf-8")
    found = asked_of(here, monkeypatch, Flags(Style(), Selection()), "org.yaml")
    assert (found.format, found.target, found.language) == ("pdf", "org.pdf", "de")
    # dpi is for png alone, and this is a PDF.
    assert found.paper == Paper("a3", "portrait", 8.0, 0, True, None, None, "chips")
    assert found.appearance == Appearance("location", ("title", "name"), "dark")
    style = Style("png", "none", "auto", 5.0, 3, False, "lines", 72, "none", ("id",), "print")
    flags = Flags(Style(leaves_first=False, theme="print"), Selection(), lang="no")
    found = asked_of(here, monkeypatch, flags, "org.yaml")
    assert (found.paper.leaves_first, found.appearance.theme, found.language) == (
        False,
        "print",
        "nb",
    )
    found = asked_of(here, monkeypatch, Flags(Style(format="png"), Selection()), "org.yaml")
    assert found.paper.dpi == 300
    flags = Flags(Style(page="a4", min_font=5.0, format=style.format), Selection())
    found = asked_of(here, monkeypatch, flags, "org.yaml")
    assert (found.paper.page, found.paper.min_font) == ("a4", 5.0)


def test_what_the_configuration_says_of_pictures_is_not_for_text(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "orgcli.toml").write_text(ALL, "utf-8")
    code, out, err = run_in(here, "orgcli chart org.yaml -f txt -o -", monkeypatch)
    assert (code, err) == (0, "the chart: 2 positions\n")
    assert "Keiko Eriksen" in out
    found = asked_of(here, monkeypatch, Flags(Style(format="txt"), Selection()), "org.yaml")
    assert found.paper == NO_PAPER


@pytest.mark.parametrize(
    ("flags", "target", "format"),
    [
        (Flags(Style(), Selection()), "org.pdf", "pdf"),
        (Flags(Style(), Selection(), "-"), "-", "pdf"),
        (Flags(Style(), Selection(), "x.png"), "x.png", "png"),
        (Flags(Style(format="svg"), Selection(), "x.png"), "x.png", "svg"),
        (Flags(Style(format="tree"), Selection()), "-", "tree"),
        (Flags(Style(), Selection(), book_dir="b"), "b", "svg"),
        (Flags(Style(format="png"), Selection(), book_dir="b"), "b", "png"),
    ],
)
def test_format_and_target(
    here: Path, monkeypatch: pytest.MonkeyPatch, flags: Flags, target: str, format: str
) -> None:
    (here / "orgcli.toml").write_text(ALL, "utf-8")
    found = asked_of(here, monkeypatch, flags, "org.yaml")
    assert (found.target, found.format) == (target, format)
    assert found.apart == (flags.book_dir is not None)


def test_a_book_is_a_pdf_unless_said_otherwise(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, _, err = run_in(here, "orgcli chart --book org.yaml", monkeypatch)
    assert (code, err.splitlines()[0][:23]) == (0, "org.pdf: 2 pages, a4 la")
    assert (here / "org.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("line", "said", "advice"),
    [
        ("pgae = 'a4'", "unknown field `pgae`", "did you mean `page`?"),
        ("colour-by = 'role'", "unknown field `colour-by`", "did you mean `color-by`?"),
        ("page = 4", "`page` is `4`; expected text", ""),
        ("top-layers = '2'", "`top-layers` is `2`; expected a whole number", ""),
        ("top-layers = -1", "`top-layers` is `-1`; expected at least 0", ""),
        ("leaves-first = 'yes'", "`leaves-first` is `yes`; expected `true` or `false`", ""),
        ("min-font = 0", "`min-font` is `0`; expected more than 0", ""),
        ("min-font = nan", "`min-font`", ""),
        ("dpi = 20", "`dpi` is `20`; expected at least 36", ""),
        ("dpi = 1201", "`dpi` is `1201`; expected at most 1,200", ""),
        ("page = 'a9'", "[chart] page: there is no page `a9`", "a4"),
        ("theme = 'drak'", "orgcli.toml: [chart] theme cannot be `drak`", "did you mean `dark`?"),
        ("color-by = 'team'", "orgcli.toml: [chart] color-by cannot be `team`", "`department`"),
        ("fields = ['name', 'tilte']", "[chart] fields cannot be `tilte`", "`title`"),
        ("orientation = 'wide'", "[chart] orientation cannot be `wide`", "`landscape`"),
        ("dotted = 'chip'", "[chart] dotted cannot be `chip`", "`chips`"),
        ("format = 'gif'", "[chart] format cannot be `gif`", "`svg`"),
    ],
)
def test_mistakes_in_the_configuration(
    here: Path, monkeypatch: pytest.MonkeyPatch, line: str, said: str, advice: str
) -> None:
    (here / "orgcli.toml").write_text(f"[chart]\n{line}\n", "utf-8")
    code, out, err = run_in(here, "orgcli chart org.yaml", monkeypatch)
    assert (code, out) == (2, "")
    assert said in err and advice in err
    assert "orgcli.toml" in err
    assert names(here) == ["org.yaml", "orgcli.toml"]


def test_a_flag_is_enough_where_the_configuration_is_wrong_about_the_same(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "orgcli.toml").write_text("[chart]\ntheme = 'drak'\n", "utf-8")
    assert run_in(here, "orgcli chart org.yaml --theme dark", monkeypatch)[0] == 0


def test_every_key_that_takes_a_word_is_one_of_the_table() -> None:
    keys = {info.alias or name for name, info in ChartOptions.__pydantic_fields__.items()}
    assert set(words_of_keys()) < keys
    assert keys == {name.replace("_", "-") for name in Style.__slots__}


def test_the_configuration_is_not_written_over(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "orgcli.toml").write_text(ALL, "utf-8")
    code, _, err = run_in(here, "orgcli chart org.yaml -f svg -o orgcli.toml", monkeypatch)
    assert (code, "files that are read" in err) == (2, True)
    assert (here / "orgcli.toml").read_text("utf-8") == ALL


@pytest.mark.parametrize("lang", ["sv", "de-AT", "no"])
def test_languages(here: Path, monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    assert run_in(here, f"orgcli chart org.yaml --lang {lang}", monkeypatch)[0] == 0
