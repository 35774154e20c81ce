"""`orgcli chart`: what its flags and `[chart]` mean, and which of them cannot be meant together."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from command_line import run_in
from orgcli.cli.chart.request import ChartFlags, ChartJob, ChartTarget, chart_job
from orgcli.cli.inputs import Inputs, configuration
from orgcli.model.request.chart_request import ChartRequest, ChartStyle
from orgcli.model.request.flag import choices_of, flags_of
from orgcli.model.strict import keys_of

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
brand = "#0a5cff"
photos = "square"
sort = "name"
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
        ("-f ''", "--format cannot be ``", "one of `svg`"),
        ("--theme ''", "--theme cannot be ``", "one of `light`"),
        ("--page ''", "--page: there is no page ``", "it is a5"),
        ("--orientation ''", "--orientation cannot be ``", "one of `auto`"),
        ("--dotted line", "--dotted cannot be `line`", "`lines`"),
        ("--page a4 --min-font 0", "--min-font cannot be 0.0", "such as 7"),
        ("--page a4 --min-font nan", "--min-font cannot be nan", "such as 7"),
        ("--page a4 --min-font inf", "--min-font cannot be inf", "such as 7"),
        ("--page a4 --min-font -3", "--min-font cannot be -3.0", "such as 7"),
        ("--min-font small", "'--min-font'", "valid number"),
        ("--top-layers -1", "'--top-layers'", "equal to 0"),
        ("--as-of soon", "--as-of cannot be `soon`", "2027-01-31, or today"),
        ("--as-of 20270131", "--as-of cannot be `20270131`", "2027-01-31, or today"),
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


def job_of(
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
    target: ChartTarget = ChartTarget(),
    **typed: object,
) -> ChartJob:
    monkeypatch.chdir(here)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    flags = ChartFlags(typed, target)
    inputs = Inputs(paths=("org.yaml",))
    return chart_job(flags, inputs, configuration(inputs))


def test_nothing_said_is_what_a_chart_usually_is(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = job_of(here, monkeypatch)
    assert (found.target, found.request) == ("org.svg", ChartRequest(format="svg"))


def test_flags_become_a_request(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = {
        "format": "png", "page": "a3", "orientation": "landscape", "min_font": 6.5,
        "top_layers": 2, "leaves_first": True, "dotted": "none", "dpi": 300, "color_by": "level",
        "fields": ("id", "id"), "theme": "dark",
    }  # fmt: skip
    found = job_of(here, monkeypatch, **typed)
    assert found.request == ChartRequest(**{**typed, "fields": ("id",)})
    assert found.target == "org.png"
    assert job_of(here, monkeypatch, format="pdf", book=False).request.book is False


def test_the_configuration_gives_what_no_flag_says(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "orgcli.toml").write_text('language = "de"\n' + ALL, "utf-8")
    found = job_of(here, monkeypatch)
    assert found.target == "org.pdf"
    assert found.request == ChartRequest(
        format="pdf", page="a3", orientation="portrait", min_font=8.0, top_layers=0,
        leaves_first=True, dotted="chips", dpi=300, color_by="location", fields=("title", "name"),
        theme="dark", language="de", brand="#0a5cff", photos="square", sort="name",
    )  # fmt: skip
    typed = job_of(here, monkeypatch, ChartTarget(lang="no"), leaves_first=False, theme="print")
    seen = typed.request
    assert (seen.leaves_first, seen.theme, seen.language) == (False, "print", "nb")
    assert job_of(here, monkeypatch, format="png").request.dpi == 300
    seen = job_of(here, monkeypatch, page="a4", min_font=5.0).request
    assert (seen.page, seen.min_font) == ("a4", 5.0)


def test_what_the_configuration_says_of_pictures_is_not_for_text(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "orgcli.toml").write_text(ALL, "utf-8")
    code, out, err = run_in(here, "orgcli chart org.yaml -f txt -o -", monkeypatch)
    assert (code, err) == (0, "the chart: 2 positions\n")
    assert "Keiko Eriksen" in out


@pytest.mark.parametrize(
    ("typed", "target", "path", "format"),
    [
        ({}, ChartTarget(), "org.pdf", "pdf"),
        ({}, ChartTarget(output="-"), "-", "pdf"),
        ({}, ChartTarget(output="x.png"), "x.png", "png"),
        ({"format": "svg"}, ChartTarget(output="x.png"), "x.png", "svg"),
        ({"format": "tree"}, ChartTarget(), "-", "tree"),
        ({}, ChartTarget(book_dir="b"), "b", "svg"),
        ({"format": "png"}, ChartTarget(book_dir="b"), "b", "png"),
    ],
)
def test_format_and_target(
    here: Path, monkeypatch: pytest.MonkeyPatch, typed: dict[str, str], target: ChartTarget,
    path: str, format: str,
) -> None:  # fmt: skip
    (here / "orgcli.toml").write_text(ALL, "utf-8")
    found = job_of(here, monkeypatch, target, **typed)
    assert (found.target, found.request.format) == (path, format)
    assert found.request.separate_pages == (target.book_dir is not None)


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
        ("as-of = 0", "`as-of` is `0`; expected a date as YYYY-MM-DD, or `today`", ""),
        ("as-of = 'soon'", "`as-of` is `soon`; expected a date as YYYY-MM-DD, or `today`", ""),
        ("as-of = 2027-01-01T00:00:00Z", "`as-of` is", "or `today`"),
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


def test_every_field_of_a_style_is_a_flag_with_help() -> None:
    flags = flags_of(ChartStyle)
    assert set(flags) == set(keys_of(ChartStyle))
    for flag, _ in flags_of(ChartRequest).values():
        assert flag.help
        assert not flag.choices or len(choices_of(flag)) > 1


def test_the_configuration_is_not_written_over(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "orgcli.toml").write_text(ALL, "utf-8")
    code, _, err = run_in(here, "orgcli chart org.yaml -f svg -o orgcli.toml", monkeypatch)
    assert (code, "files that are read" in err) == (2, True)
    assert (here / "orgcli.toml").read_text("utf-8") == ALL


@pytest.mark.parametrize("lang", ["sv", "de-AT", "no"])
def test_languages(here: Path, monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    assert run_in(here, f"orgcli chart org.yaml --lang {lang}", monkeypatch)[0] == 0


DATED = """\
organisation: N
positions:
  - {{id: ceo, holder: Keiko Eriksen}}
  - {{id: cro, reports_to: ceo, start: {tomorrow}}}
"""


@pytest.mark.parametrize("typed", ["--as-of today", "--as-of TODAY", ""])
def test_today_is_a_day(here: Path, monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    tomorrow = date.today() + timedelta(days=2)  # a day more, for a test that runs at midnight
    (here / "org.yaml").write_text(DATED.format(tomorrow=tomorrow), "utf-8")
    if not typed:
        (here / "orgcli.toml").write_text('[chart]\nas-of = "today"\n', "utf-8")
    code, out, err = run_in(here, f"orgcli chart org.yaml -f tree {typed}", monkeypatch)
    assert (code, err.splitlines()[0]) == (0, "the chart: 1 position")
    assert str(date.today().year) in out
    then = run_in(here, f"orgcli chart org.yaml -f tree --as-of {tomorrow}", monkeypatch)
    assert then[2].startswith("the chart: 2 positions\n")


@pytest.mark.parametrize("value", ["2027-01-31", '"2027-01-31"'])
def test_a_day_of_the_configuration_is_text_or_a_date(
    here: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    (here / "orgcli.toml").write_text(f"[chart]\nas-of = {value}\n", "utf-8")
    assert job_of(here, monkeypatch).request.as_of == date(2027, 1, 31)
    assert job_of(here, monkeypatch, as_of=date(2026, 1, 1)).request.as_of == date(2026, 1, 1)
    shown = run_in(here, "orgcli validate --show-settings org.yaml", monkeypatch)[1]
    assert 'as-of = "2027-01-31"' in shown
