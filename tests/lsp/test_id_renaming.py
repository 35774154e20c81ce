"""Renaming in an editor makes the edits of `orgcli rename`, quickly where it can, and no others."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_organisations import RandomFiles, random_files

from orgcli.cli.edit.edit_run import edit_of
from orgcli.cli.edit.results import EditSource
from orgcli.cli.edit.verification import errors_added
from orgcli.cli.inputs import Inputs, configuration
from orgcli.cli.lsp.project_reading import OpenFiles, ProjectReader
from orgcli.cli.lsp.project_state import ProjectState
from orgcli.cli.lsp.renaming import REFUSALS, renamed_texts
from orgcli.editor.id_renaming import plain_rename
from orgcli.editor.text.text_differences import line_edits
from orgcli.mend.edits import edited
from orgcli.model.organisation.plan import RenameStep
from orgcli.plans.seat_changes import RefusedEdit

NEW = ["chief", "cro", "boss", "no", "Boss-2", "a b", " x", "", "gone", "CEO", "12", "é"]


@pytest.fixture(scope="module", autouse=True)
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    here, found = Path.cwd(), tmp_path_factory.mktemp("renaming")
    os.chdir(found)
    yield found
    os.chdir(here)


def state_of(folder: Path) -> ProjectState:
    (state,) = ProjectReader([folder.resolve()], "en").read(OpenFiles({}))
    return state


def by_command(old: str, new: str) -> dict[str, str] | str:
    """What `orgcli rename` makes of the files, or why it does not."""
    try:
        made = edit_of(
            EditSource(Inputs(), configuration(Inputs())), RenameStep(rename=old, to=new)
        )
    except REFUSALS as error:
        return str(error)
    if errors_added(made):
        return "the change would add"
    return {file: after for file, (_, after) in made.texts.items()}


@given(random_files(), st.integers(0, 5), st.sampled_from(NEW))
def test_it_is_what_the_command_makes(files: RandomFiles, at: int, new: str) -> None:
    for name, text in files.texts.items():
        Path(name).write_bytes(text.encode())
    state = state_of(Path())
    old = files.ids[at % len(files.ids)]
    expected = by_command(old, new)
    try:
        made = renamed_texts(state, {}, old, new)
    except REFUSALS as error:
        assert isinstance(expected, str) and str(error).startswith(expected)
        return
    found = {file: edited(made.sources[file].text, several) for file, several in made.edits.items()}
    assert found == expected


@pytest.mark.parametrize(
    ("entry", "new", "is_quick"),
    [
        ("{id: cro, reports_to: ceo}", "chief", True),
        ("{id: 'cro', dotted_lines: [{to: ceo}, \"ceo\"]}", "Boss-2", True),
        ("{id: cro, reports_to: *top}", "chief", False),
        ("{id: cro, reports_to: CEO}", "chief", True),
        ("{id: cro, reports_to: c\u200beo}", "chief", False),
        ("{id: CEO}", "chief", False),
        ("{id: cro, reports_to: chief}", "chief", False),
        ("{id: cro, reports_to: ceo}", "no", False),
        ("{id: cro, reports_to: ceo}", "12", False),
        ("{id: ceo}", "chief", False),
    ],
)
def test_what_may_differ_is_read_again(entry: str, new: str, is_quick: bool) -> None:
    text = f"positions:\n  - id: &top ceo\n  - {entry}\n".replace(
        "&top ", "&top " if "*top" in entry else ""
    )
    Path("org.yaml").write_text(text, "utf-8")
    Path("team.yaml").unlink(missing_ok=True)
    assert (plain_rename(state_of(Path()).index, "ceo", new, ()) is not None) is is_quick


def test_a_file_that_has_just_changed_is_refused(folder: Path) -> None:
    Path("org.yaml").write_text("positions: [{id: ceo}]\n", "utf-8")
    Path("team.yaml").unlink(missing_ok=True)
    state = state_of(folder)
    Path("org.yaml").write_text("positions: [{id: ceo} ]\n", "utf-8")
    with pytest.raises(RefusedEdit, match="has just changed"):
        renamed_texts(state, {}, "ceo", "chief")
    open_text = {folder.resolve() / "org.yaml": b"\xef\xbb\xbfpositions: [{id: ceo}]\n"}
    assert renamed_texts(state, open_text, "ceo", "chief").edits.keys() == {"org.yaml"}


def test_the_configuration_is_told(folder: Path) -> None:
    Path("org.yaml").write_text(
        "positions:\n  - id: ceo\n  - {id: cro, reports_to: ceo}\n", "utf-8"
    )
    Path("team.yaml").unlink(missing_ok=True)
    Path("orgcli.toml").write_text('[renamed]\nboss = "ceo"\n', "utf-8")
    try:
        made = renamed_texts(state_of(folder), {}, "ceo", "chief")
        unsaved = {folder.resolve() / "orgcli.toml": b"# new\n"}
        other = renamed_texts(state_of(folder), unsaved, "ceo", "chief")
    finally:
        Path("orgcli.toml").unlink()
    assert edited(made.sources["orgcli.toml"].text, made.edits["orgcli.toml"]) == (
        '[renamed]\nceo = "chief"\nboss = "chief"\n'
    )
    assert edited(other.sources["orgcli.toml"].text, other.edits["orgcli.toml"]) == (
        '# new\n\n[renamed]\nceo = "chief"\n'
    )


TEXTS = st.text(st.sampled_from("ab\n\r"), max_size=20)


@given(TEXTS, TEXTS)
def test_edits_of_lines_make_the_other_text(old: str, new: str) -> None:
    assert edited(old, line_edits(old, new)) == new
