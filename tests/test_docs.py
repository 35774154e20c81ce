"""The examples in README and docs are run, and what they show is what comes out.

`pytest --update` writes the real output into the pages. A block of ```console holds commands
after `$ ` with their output; a command may end in `# exit 1`. A block of ```yaml that begins
with `organisation:` or `role:` must validate without findings.
"""

import re
import shlex
import shutil
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from os import environ
from pathlib import Path

import pytest
from gallery import commands

from forked import run_forked
from orgcli.chart.formats import FORMATS as CHART_FORMATS
from orgcli.check.registry import RULES
from orgcli.check.rule_pages.markdown import rules_page
from orgcli.model.request.chart_request import ChartRequest
from orgcli.model.request.flag import flags_of

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "examples/README.md", *sorted((ROOT / "docs").rglob("*.md"))]
CHARTS = (ROOT / "docs/charts.md").read_text("utf-8")
_BLOCK = re.compile(r"^```(console|yaml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _run(command: str, folder: Path) -> str:
    line, _, remark = command.partition("  # exit ")
    words = shlex.split(line)
    assert words[0] == "orgcli", f"only orgcli is run here: {command}"
    environment = {**environ, "COLUMNS": "100", "NO_COLOR": "1", "LC_ALL": "C"}
    done = run_forked(folder, *words[1:], environment=environment)
    assert done.returncode == int(remark or 0), f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def _rerun(block: str, folder: Path) -> str:
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "\n".join(f"{line}\n{_run(line[2:], folder)}" for line in commands)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_console_blocks(page: Path, golden: Callable[[Path, str], None], tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copy(ROOT / "docs/mistakes.yaml", tmp_path / "docs/mistakes.yaml")
    text = page.read_text("utf-8")

    def replaced(match: re.Match[str]) -> str:
        if match[1] != "console":
            return match[0]
        return f"```console\n{_rerun(match[2], tmp_path)}```"

    golden(page, _BLOCK.sub(replaced, text))


@pytest.mark.parametrize("page", [page for page in PAGES if page.name != "rules.md"],
                         ids=lambda page: page.relative_to(ROOT).as_posix())  # fmt: skip
def test_yaml_blocks_are_clean(page: Path, tmp_path: Path) -> None:
    for number, match in enumerate(_BLOCK.finditer(page.read_text("utf-8"))):
        if match[1] == "yaml" and match[2].startswith(("organisation:", "role:")):
            path = tmp_path / f"block-{number}.yaml"
            path.write_text(match[2], "utf-8")
            _run(f"orgcli validate {path.name} --isolated --fail-on warning", tmp_path)


def test_rules_page_is_what_the_rules_say(golden: Callable[[Path, str], None]) -> None:
    golden(ROOT / "docs/rules.md", rules_page(RULES.values()))


def test_concepts_page_is_what_the_library_says(
    golden: Callable[[Path, str], None], tmp_path: Path
) -> None:
    golden(ROOT / "docs/concepts.md", _run("orgcli roles --concepts -f markdown", tmp_path))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


@pytest.mark.parametrize("format", CHART_FORMATS)
def test_every_chart_format_is_in_the_table_of_formats(format: str) -> None:
    assert f"| `{format}` |" in CHARTS


@pytest.mark.parametrize("name", flags_of(ChartRequest))
def test_every_flag_of_a_chart_is_in_the_page_of_charts(name: str) -> None:
    flag = "-f" if name == "format" else f"--(?:no-)?{name.replace('_', '-')}"
    assert re.search(rf"{flag}\b", CHARTS)


@pytest.mark.parametrize("page", ["docs/architecture.md", "CONTRIBUTING.md"])
def test_paths_of_the_source_exist(page: str) -> None:
    """Paths in backticks, from the repository, the package or its chart folder."""
    text = re.sub(r"^```.*?^```$", "", (ROOT / page).read_text("utf-8"), flags=re.M | re.S)
    paths = [path for path in re.findall(r"`([\w.-]+/[\w./-]*)`", text) if "<" not in path]
    folders = (ROOT, ROOT / "src/orgcli", ROOT / "src/orgcli/chart")
    assert len(paths) > 10
    assert [path for path in paths if not any((folder / path).exists() for folder in folders)] == []


def _words(path: Path) -> list[str]:
    return sorted(re.findall(r"<text[^>]*>([^<]*)</text>", path.read_text("utf-8")))


@pytest.mark.parametrize("words", [*commands((ROOT / "docs/gallery.md").read_text("utf-8"))],
                         ids=lambda words: words[-1].rpartition("/")[2])  # fmt: skip
def test_pictures_of_the_gallery_are_up_to_date(words: list[str], tmp_path: Path) -> None:
    """Same words as a chart drawn now; where they stand may differ by a font."""
    *asked, target = words
    now = tmp_path / Path(target).name
    _run(shlex.join(["orgcli", *asked, str(now)]), ROOT)
    drawn, committed = ({one.name: one for one in (path.glob("*") if path.is_dir() else [path])}
                        for path in (now, ROOT / target))  # fmt: skip
    assert drawn.keys() == committed.keys() and drawn
    for name, path in drawn.items():
        assert _words(path) == _words(committed[name]), "run `make gallery`"


def test_every_picture_is_shown() -> None:
    pages = "".join(page.read_text("utf-8") for page in PAGES)
    for path in (ROOT / "docs/pictures").rglob("*.svg"):
        assert f"pictures/{path.relative_to(ROOT / 'docs/pictures').as_posix()})" in pages, path


_PYTHON = re.compile(r"^```python\n(.*?)^```\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_python_blocks(
    golden: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The blocks of one page are run one after the other, and print what is below them."""
    page = ROOT / "docs/python.md"
    text = page.read_text("utf-8")
    assert len(_PYTHON.findall(text)) == text.count("```python")
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}

    def rerun(match: re.Match[str]) -> str:
        with redirect_stdout(StringIO()) as out:
            exec(compile(match[1], "docs/python.md", "exec"), names)
        return f"```python\n{match[1]}```\n\n```text\n{out.getvalue()}```"

    golden(page, _PYTHON.sub(rerun, text))
