"""The Mermaid texts of charts and of differences are what the package itself draws."""

import shutil
from importlib.util import find_spec
from json import dumps
from pathlib import Path

import pytest

from browser import Page, needs_chromium
from command_line import run_in

ROOT = Path(__file__).parents[2]
HOSTILE = '"] --> x[(</b><script>alert(1)</script> %% end ;;; `a` #35; click n1 href \\"x\\"'
ORG = """organisation: {name}
positions:
  - {{id: end, title: {hostile}, holder: {hostile}}}
  - {{id: subgraph, title: Ünï 中文, reports_to: end, department: {hostile}}}
  - id: default
    holder: "{holder}"
    reports_to: subgraph
    dotted_lines: [{{to: end, for: {hostile}}}]
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A page with the package, as it is published."""
    found = find_spec("mermaidx")
    assert found is not None and found.origin is not None
    shutil.copy(Path(found.origin).parent / "assets" / "mermaid.js", tmp_path / "mermaid.js")
    page = tmp_path / "mermaid.html"
    page.write_text('<meta charset="utf-8"><div id="here"></div><script src="mermaid.js"></script>')
    return page


def drawn(text: str, page: Page) -> str:
    """The SVG that the package draws of a text; its error where it refuses it."""
    script = f"""(async () => {{
      try {{
        await mermaid.parse({dumps(text)});
        return (await mermaid.render("graph", {dumps(text)})).svg;
      }} catch (error) {{ return "refused: " + error.message; }}
    }})()"""
    found: str = page.run(script)
    return found


@needs_chromium
def test_charts(package: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = package.parent
    text = ORG.format(name=dumps(HOSTILE), hostile=dumps(HOSTILE), holder="Bo")
    (folder / "hostile.yaml").write_text(text, "utf-8")
    page.open(package)
    for name in ("hostile.yaml", f"'{ROOT}/examples/startup'", f"'{ROOT}/examples/revenue-led'"):
        for flags in ("", "--lang de"):
            command = f"orgcli chart {name} -f mermaid -o - {flags}"
            code, out, _ = run_in(folder, command, monkeypatch)
            svg = drawn(out, page)
            assert code == 0 and svg.startswith("<svg"), (name, svg[:200])
            assert "<script" not in svg


@needs_chromium
def test_differences(package: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = package.parent
    for name, holder in (("before.yaml", "Bo"), ("after.yaml", "Cy")):
        text = ORG.format(name=dumps(HOSTILE), hostile=dumps(HOSTILE), holder=holder)
        (folder / name).write_text(text, "utf-8")
    for name in ("people.csv", "people-july.csv"):
        shutil.copy(ROOT / "examples" / name, folder / name)
    page.open(package)
    for sides in ("before.yaml after.yaml", "people.csv people-july.csv", "people.csv people.csv"):
        _, out, _ = run_in(folder, f"orgcli diff {sides} -f mermaid", monkeypatch)
        svg = drawn(out, page)
        assert svg.startswith("<svg"), (sides, svg[:200])
        assert "<script" not in svg
