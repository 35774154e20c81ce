"""Each file in screens/ is a command and what it shows; `pytest --update` writes the rest."""

import csv
import json
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from typer.testing import CliRunner

from command_line import run_in
from format_tables import FILES
from orgcli.cli.app import app
from orgcli.compare.disputes.formats import DISPUTE_FORMATS
from orgcli.compare.listing.formats import LISTINGS
from orgcli.compare.role_card.formats import CARD_FORMATS
from orgcli.language.tags import LANGUAGES
from orgcli.model.text import cells

HERE = Path(__file__).parent
SCREENS = sorted((HERE / "screens").glob("*.txt"))
COMMANDS = ["roles", "role cso", "role cro --full", "dispute", "dispute K2 K13"]


def run(
    command: str, monkeypatch: pytest.MonkeyPatch, stdin: bytes = b"", folder: Path | None = None
) -> tuple[int, str, str]:
    """Run a command line, with `NAME=value` before it, in a folder: where nobody has own roles."""
    return run_in(folder or HERE, command, monkeypatch, stdin)


def folder_of(path: Path) -> Path:
    """What the screen begins with is the folder it is shown in, if there is one of that name."""
    folder = HERE / path.stem.split("-")[0]
    return folder if folder.is_dir() else HERE


@pytest.mark.parametrize("path", SCREENS, ids=lambda path: path.stem)
def test_screen(
    path: Path, golden: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    command = path.read_text("utf-8").partition("\n")[0].removeprefix("$ ")
    code, out, err = run(command, monkeypatch, folder=folder_of(path))
    said = "".join(f"! {line}\n" for line in err.splitlines())
    golden(path, f"$ {command}\n{out}{said}" + (f"? {code}\n" if code else ""))


@pytest.mark.parametrize(
    ("command", "formats"),
    [("roles", LISTINGS), ("role", CARD_FORMATS), ("dispute", DISPUTE_FORMATS)],
)
def test_every_format_has_a_screen_and_is_in_the_help(
    command: str, formats: dict[str, object]
) -> None:
    commands = [path.read_text("utf-8").partition("\n")[0] for path in SCREENS]
    mine = [one for one in commands if f"orgcli {command}" in one]
    text = CliRunner().invoke(app, [command, "--help"], env={"COLUMNS": "200"}).stdout
    for number, name in enumerate(formats):
        assert number == 0 or name in FILES or any(f"-f {name}" in one for one in mine), name
        assert name in text


@pytest.mark.parametrize("command", [*COMMANDS, "roles --aliases"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_lines_fit(
    command: str, language: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = f"COLUMNS={width} orgcli {command} --lang {language}"
    code, out, _ = run(line, monkeypatch, folder=HERE / "project")
    assert code == 0
    assert max(cells(line) for line in out.splitlines()) <= width
    assert not re.search(r"[ \t]$", out, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_color_changes_nothing_else(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("project", "hostile"):
        _, plain, _ = run(f"orgcli {command}", monkeypatch, folder=HERE / folder)
        _, colored, _ = run(f"orgcli {command} --color always", monkeypatch, folder=HERE / folder)
        assert "\x1b[" in colored
        assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain


def test_names_and_the_roles_they_may_mean(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything that is listed is what `orgcli role` makes of the name."""
    _, out, _ = run("orgcli roles --aliases -f json", monkeypatch, folder=HERE / "project")
    names = json.loads(out)["names"]
    found = {(one["role"], one["name"]): one for one in names}
    assert found["alliance-lead", "partner lead"]["status"] == "editorial"
    assert found["alliance-lead", "Alliansansvarig"]["status"] == "title"
    head = found["alliance-lead", "Head of Alliances"]
    assert (head["status"], head["works"], head["may_mean"]) == ("sourced", ["handbook"], [])
    meant = found["alliance-lead", "salgssjef"]
    assert meant["ambiguous"]
    assert meant["may_mean"] == ["alliance-lead", "sales-manager"]
    unclear = [one for one in names if one["may_mean"]]
    for one in unclear[:: len(unclear) // 8]:
        code, _, err = run(f'orgcli role "{one["name"]}"', monkeypatch, folder=HERE / "project")
        assert code == 2
        assert all(role in err for role in one["may_mean"])
    clear = [one for one in names if not one["may_mean"]]
    for one in clear[:: len(clear) // 8]:
        line = f'orgcli role "{one["name"]}" -f json'
        code, out, _ = run(line, monkeypatch, folder=HERE / "project")
        assert code == 0
        assert json.loads(out)["roles"][0]["id"] == one["role"]


def test_csv_has_a_line_for_each_role(monkeypatch: pytest.MonkeyPatch) -> None:
    _, out, _ = run("orgcli roles -f csv", monkeypatch, folder=HERE / "project")
    rows = list(csv.DictReader(StringIO(out)))
    assert [row["id"] for row in rows][:4] == [
        "alliance-lead",
        "cso",
        "head-of-partnerships",
        "cro",
    ]
    assert {row["id"]: row["replaces"] for row in rows}["cso"] == "true"


def test_every_dispute_has_each_statement_once(monkeypatch: pytest.MonkeyPatch) -> None:
    _, out, _ = run("orgcli dispute -f json", monkeypatch)
    document = json.loads(out)
    assert document["version"] == 1
    for one in document["disputes"]:
        heard = [*one["statements_on_no_side"], *(s for d in one["sides"] for s in d["statements"])]
        ids = [said["id"] for said in heard]
        assert len(set(ids)) == len(ids) == one["statements"]
        for side in one["sides"]:
            assert all(set(said["works"]) <= set(side["works"]) for said in side["statements"])


def test_a_role_is_found_by_any_of_its_names(monkeypatch: pytest.MonkeyPatch) -> None:
    cards = {
        run(f'orgcli role "{name}"', monkeypatch)[1]
        for name in ("vp", "VP Sales", "vp-sales", "Vice President of Sales", "VP of Sales")
    }
    assert len(cards) == 1


def test_a_role_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, _ = run("orgcli role -", monkeypatch, b"role: x\ntitle: From a pipe\n")
    assert code == 0
    assert "From a pipe" in out


def test_a_card_is_never_wider_than_it_reads_well(monkeypatch: pytest.MonkeyPatch) -> None:
    _, at_100, _ = run("COLUMNS=100 orgcli role cso", monkeypatch)
    _, at_200, _ = run("COLUMNS=200 orgcli role cso", monkeypatch)
    assert at_100 == at_200
    assert max(map(cells, at_100.splitlines())) == 100


def test_the_help_of_role_explains_new() -> None:
    text = CliRunner().invoke(app, ["role", "--help"], env={"COLUMNS": "100"}).stdout
    assert "orgcli role cso" in text
    assert "orgcli role new head-of-partnerships" in text


def test_output_goes_to_a_file_by_its_ending(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for command in ("roles", "role cso", "dispute K1"):
        target = tmp_path / "result.md"
        code, out, _ = run(f"FORCE_COLOR=1 orgcli {command} -o {target}", monkeypatch)
        assert (code, out) == (0, "")
        assert target.read_text("utf-8").startswith("#")
        target.unlink()
