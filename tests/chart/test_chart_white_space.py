"""No chart spells out the line ends, tabs and direction marks of cells."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from orgcli.cli.app import app

TABLE = (
    'id,name,title,manager\n1,"Ben Li\nAna Cruz","VP Sales\r\n(EMEA)",\n'
    '2,\u200fEva\u200e Ruiz,"A\tE\u2028West",1\n3,Kim,"Note\x0bone \u202eturned\u202c",1\n'
)
YAML = (
    "organisation: X\npositions:\n"
    '  - {id: a, holder: [Ben Li, Ana Cruz], title: "VP Sales\\r\\n(EMEA)"}\n'
    '  - {id: b, reports_to: a, holder: "\\u200fEva\\u200e Ruiz", title: "A\\tE\\u2028West"}\n'
    '  - {id: c, reports_to: a, holder: Kim, title: "Note\\vone \\u202eturned\\u202c"}\n'
)


@pytest.mark.parametrize("format", ["svg", "dot", "html", "tree", "mermaid", "plantuml", "drawio"])
@pytest.mark.parametrize(("name", "text"), [("people.csv", TABLE), ("org.yaml", YAML)])
def test_white_space_is_a_space(tmp_path: Path, format: str, name: str, text: str) -> None:
    file = tmp_path / name
    file.write_text(text, "utf-8", newline="")
    result = CliRunner().invoke(app, ["chart", "--isolated", str(file), "-f", format, "-o", "-"])
    assert result.exit_code == 0
    said = result.stdout.replace("\u200b", "").replace("&#160;", " ")
    for drawn in (
        "Ben Li",
        "Ana Cruz",
        "VP Sales (EMEA)",
        "Eva Ruiz",
        "A E West",
        "Note one turned",
    ):
        assert drawn in said, drawn
    for escape in ("Sales\\", "\\u20", "\\t", "\\x0b", "\u202e", "\u200f", "\u2028"):
        assert escape not in said or (format == "html" and escape.startswith("\\")), escape
