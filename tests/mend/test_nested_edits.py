"""Edits of nested positions, of entries in braces, and of what has comments or aliases in it."""

from pathlib import Path

import pytest
from test_edit_commands import edited

from command_line import run_in

NESTED = """\
organisation: N
positions:
  - id: ceo
    reports:
      - id: cro
        reports: [{id: ae}]
  - id: chair
"""


@pytest.mark.parametrize(
    ("manager", "old", "new"),
    [
        ("ceo", "  - id: chair\n", "      - id: am\n        title: AM\n  - id: chair\n"),
        ("cro", "[{id: ae}]", "[{id: ae}, {id: am, title: AM}]"),
        ("chair", "id: chair\n", "id: chair\n  - id: am\n    title: AM\n    reports_to: chair\n"),
    ],
)
def test_a_new_position_is_nested_where_its_manager_nests(
    manager: str, old: str, new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, text, err = edited(f"add --title AM --to {manager}", NESTED, tmp_path, monkeypatch)
    assert (code, text) == (0, NESTED.replace(old, new)), err


LEADS = """\
organisation: N
positions:
  - id: ceo
    reports:
      - id: cro
        reports: [{id: ae}]
      - id: cfo  # money
        reports:
          # of a bank
          - id: fa
            title: FA
          - id: fb
  - id: chair
"""
FA = "          # of a bank\n          - id: fa\n            title: FA\n"


@pytest.mark.parametrize(
    ("command", "cut", "old", "new"),
    [
        ("move ae --to ceo", "        reports: [{id: ae}]\n",
         "          - id: fb\n", "          - id: fb\n      - {id: ae}\n"),
        ("move fa --to ceo", FA, "          - id: fb\n",
         "          - id: fb\n      # of a bank\n      - id: fa\n        title: FA\n"),
        ("move fa --to chair", FA, "id: chair\n",
         "id: chair\n    reports:\n      # of a bank\n      - id: fa\n        title: FA\n"),
    ],
)  # fmt: skip
def test_a_nested_position_is_nested_under_its_new_manager(
    command: str, cut: str, old: str, new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its comments, set in as the others there; a list that nobody is left in goes."""
    code, text, err = edited(command, LEADS, tmp_path, monkeypatch)
    assert (code, text) == (0, LEADS.replace(cut, "").replace(old, new)), err


BRACKETS = """\
positions:
  - id: ceo
    reports:
      - id: cro
        reports: [{id: ae}, {id: am},  {id: csm}]
      - {id: cto, reports: [{id: dev}]}
      - # of the money
        id: cfo
"""


@pytest.mark.parametrize(
    ("command", "old", "new"),
    [
        ("move ae --to cto",
         "{id: ae}, {id: am},  {id: csm}]\n      - {id: cto, reports: [{id: dev}]",
         "{id: am},  {id: csm}]\n      - {id: cto, reports: [{id: dev}, {id: ae}]"),
        ("move am --to cto", "{id: am},  {id: csm}]\n      - {id: cto, reports: [{id: dev}]",
         " {id: csm}]\n      - {id: cto, reports: [{id: dev}, {id: am}]"),
        ("move csm --to cto", ",  {id: csm}]\n      - {id: cto, reports: [{id: dev}]",
         "]\n      - {id: cto, reports: [{id: dev}, {id: csm}]"),
        ("move dev --to cro", "{id: csm}]\n      - {id: cto, reports: [{id: dev}]}",
         "{id: csm},  {id: dev}]\n      - {id: cto}"),
        ("set ae reports_to=", "[{id: ae}, ", "["),
    ],
)  # fmt: skip
def test_an_entry_in_brackets_goes_with_its_comma(
    command: str, old: str, new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the list of the file where nobody is its manager any more."""
    code, text, err = edited(command, BRACKETS, tmp_path, monkeypatch)
    wanted = BRACKETS.replace(old, new) + ("  - {id: ae}\n" if command.endswith("=") else "")
    assert BRACKETS.count(old) == 1 and (code, text) == (0, wanted), err


def test_an_entry_that_does_not_begin_its_line_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "positions:\n  - id: a\n    ? reports\n    : - id: b\n      - id: c\n  - id: d\n"
    code, now, err = edited("move b --to d", text, tmp_path, monkeypatch)
    assert code == 2 and now == text
    assert "org.yaml:4: the entry does not begin its line" in err


def test_an_entry_goes_to_the_list_of_its_file_for_a_manager_in_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it names the manager."""
    (tmp_path / "org.yaml").write_text(BRACKETS)
    (tmp_path / "team.yaml").write_text("positions:\n  - {id: coo, reports_to: ceo}\n")
    for command in ("move am --to coo", "move dev --to coo"):
        code, _, err = run_in(tmp_path, f"orgcli {command} org.yaml team.yaml", monkeypatch)
        assert (code, err) == (0, "orgcli: `org.yaml` changed\n")
    wanted = BRACKETS.replace(" {id: am},", "").replace(", reports: [{id: dev}]", "")
    wanted += "  - {id: am, reports_to: coo}\n  - {id: dev, reports_to: coo}\n"
    assert (tmp_path / "org.yaml").read_text() == wanted


def test_an_entry_below_a_comment_behind_its_dash_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, text, err = edited("move cfo --to cro", BRACKETS, tmp_path, monkeypatch)
    assert code == 2 and text == BRACKETS
    assert "org.yaml:8: there is something between the dash and the entry" in err


def test_what_is_nested_and_names_its_manager_names_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = LEADS.replace("            title: FA\n", "            reports_to: cfo\n")
    code, now, err = edited("move fa --to ceo", text, tmp_path, monkeypatch)
    cut = FA.replace("            title: FA\n", "            reports_to: cfo\n")
    new = "          - id: fb\n      # of a bank\n      - id: fa\n        reports_to: ceo\n"
    assert (code, now) == (0, text.replace(cut, "").replace("          - id: fb\n", new)), err


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_an_entry_in_braces_over_several_lines_stays_in_its_list(
    newline: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its lines would be set in by chance."""
    text = LEADS.replace("[{id: ae}]", "[{id: ae,\n          title: AE}]").replace("\n", newline)
    code, now, err = edited("move ae --to ceo", text, tmp_path, monkeypatch)
    assert code == 2 and now == text
    assert "an entry in braces over several lines cannot stand in a list of lines" in err


@pytest.mark.parametrize(
    ("value", "entry", "new"),
    [
        ("", "{id: a, title}", "{id: a}"),
        ("", "{title, id: a}", "{id: a}"),
        ("", "id: a\n    ? title\n    level: 2", "id: a\n    level: 2"),
        ("", "id: a\n    ? title # T\n    : X\n    level: 2", "id: a\n    level: 2"),
        ("X", "{id: a, title}", "{id: a, title: X}"),
        ("X", "{title, id: a}", "{title: X, id: a}"),
        ("X", "{id: a, title: }", "{id: a, title: X }"),
        ("X", "id: a\n    title:\n    level: 2", "id: a\n    title: X\n    level: 2"),
    ],
)
def test_a_key_may_have_no_value_or_no_colon(
    value: str, entry: str, new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"positions:\n  - {entry}\n"
    code, now, err = edited(f"set a title={value}", text, tmp_path, monkeypatch)
    assert (code, now) == (0, f"positions:\n  - {new}\n"), err


@pytest.mark.parametrize(
    ("reports", "said"),
    [
        ("*none", "`reports` of `chair` is written elsewhere\n  help: write it out"),
        ("[]", "`reports` of `chair` is empty"),
    ],
)
def test_no_list_that_has_no_entry_of_its_own_gets_one(
    reports: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = NESTED.replace("id: ae}", "id: ae, reports: &none []}").replace(
        "id: chair", f"id: chair\n    reports: {reports}"
    )
    code, now, err = edited("add --title AM --to chair", text, tmp_path, monkeypatch)
    assert code == 2 and now == text and said in err


@pytest.mark.parametrize(
    ("reports", "new"),
    [
        ("[{id: b}]", "[{id: b}, {id: c, title: C}]"),
        ("[  {id: b}]", "[  {id: b},  {id: c, title: C}]"),
        ("[\n      {id: b}\n    ]", "[\n      {id: b},\n      {id: c, title: C}\n    ]"),
        ("[\n      {id: x}, {id: b}]", "[\n      {id: x}, {id: b}, {id: c, title: C}]"),
    ],
)
def test_an_entry_in_brackets_stands_as_the_one_before_it(
    reports: str, new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a line of its own where that begins one."""
    text = f"positions:\n  - id: a\n    reports: {reports}\n"
    code, now, err = edited("add --title C --to a --id c", text, tmp_path, monkeypatch)
    assert (code, now) == (0, text.replace(reports, new)), err


def test_a_comment_between_a_field_and_its_comma_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What would be left is no YAML, so nothing is written."""
    text = "positions:\n  - {title: X  # note\n    , id: a}\n"
    code, now, err = edited("set a title=", text, tmp_path, monkeypatch)
    assert code == 2 and now == text and "there is no exact edit" in err


@pytest.mark.parametrize(
    ("entry", "left"),
    [
        ("{title: X,  id: a}", "{id: a}"),
        ("{title: X\n    , id: a}", "{id: a}"),
        ("title: X\n    id: a", "id: a"),
        ("title: X  # note\n    id: a", "title: null  # note\n    id: a"),
    ],
)
def test_the_first_field_of_an_entry_is_taken_out(
    entry: str, left: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A comment behind it stays, and so does its key, which begins the entry."""
    text = f"positions:\n  - {entry}\n"
    code, now, err = edited("set a title=", text, tmp_path, monkeypatch)
    assert (code, now) == (0, f"positions:\n  - {left}\n"), err


def test_a_list_with_comments_in_it_is_not_rewritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "positions:\n  - id: a\n    holder:\n      - Ada  # acting\n      - Ben\n"
    code, now, err = edited("leave Ben", text, tmp_path, monkeypatch)
    assert code == 2 and now == text
    assert "org.yaml:4: there may be comments in `holder`, which would be lost" in err
    text = text.replace("  # acting", "")
    code, now, err = edited("leave Ben", text, tmp_path, monkeypatch)
    assert (code, now) == (0, "positions:\n  - id: a\n    holder: Ada\n"), err


def test_what_is_shared_is_refused_with_both_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "positions:\n  - id: a\n    tags: &t [x]\n  - {id: b, reports_to: a, tags: *t}\n"
    code, now, err = edited("set a tags=y", text, tmp_path, monkeypatch)
    assert code == 2 and now == text
    assert "org.yaml:3: what is to change of `a` stands for other places too: " in err
    assert "an anchor here, and an alias in line 4" in err
