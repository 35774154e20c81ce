"""What belongs to roles that are named alone, and the built-in library held to its own rules."""

import subprocess
import sys
from pathlib import Path

import pytest

from orgcli.check.run import check
from orgcli.model.findings.finding import Finding
from orgcli.model.settings import Settings
from orgcli.read.organisation.files import Files
from orgcli.read.organisation.project import read_project
from orgcli.read.roles.builtin_roles import builtin_folder, role_ids
from orgcli.read.roles.builtin_summary import BuiltinSummary
from orgcli.read.roles.role_file import read_role
from orgcli.read.syntax.decoding import decode


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def _findings(*paths: Path, select: tuple[str, ...] = ()) -> list[Finding]:
    return list(check(read_project(paths), Settings(select=select)).findings)


def test_the_built_in_library_passes_all_rules() -> None:
    project = read_project([builtin_folder()])
    assert {file.role.role for file in project.roles} == role_ids()
    assert len(project.libraries) == len(project.yardsticks) == 1
    findings = check(project, Settings(select=("ALL", "ORG404", "ORG407"))).findings
    assert not findings, "\n".join(f"{one.place}: {one.code} {one.message}" for one in findings)


@pytest.mark.parametrize("role", sorted(role_ids()))
def test_an_outline_says_what_the_file_says(role: str) -> None:
    source = decode(f"{role}.yaml", (builtin_folder() / f"{role}.yaml").read_bytes())
    assert not isinstance(source, Finding)
    file, findings = read_role(source)
    outline = BuiltinSummary().outline(role)
    assert file is not None
    assert not findings
    assert outline is not None
    for field in (
        "role", "title", "abbreviation", "aliases", "language", "single", "level", "archetypes",
        "reports_to", "manages", "hands_off_to", "receives_from", "complements",
    ):  # fmt: skip
        assert getattr(outline, field) == getattr(file.role, field), field


def test_all_built_in_statements_are_known_by_id() -> None:
    project = read_project([builtin_folder()])
    ids = {
        statement.id: file.role.role
        for file in project.roles
        for _, statements in file.role.facets()
        for statement in statements
        if statement.id
    }
    shared = [one.statement.id for one in project.libraries[0].library.shared]
    assert BuiltinSummary().statements() == {**ids, **dict.fromkeys(shared, "library")}


ROLE = "role: closer\ntitle: Closer\nreports_to: [opener]\nfocus: [{text: A, sources: [book]}]\n"
OPENER = "# Not named, but here.\nrole: opener\n"
LIBRARY = "library: desk\nworks: [{key: book, mark: B, name: Book}]\n"
SWEDISH = "translation: closer\ntitle: Avslutare\n"


def test_a_role_named_alone_knows_the_roles_and_the_library_beside_it(tmp_path: Path) -> None:
    _write(tmp_path, {"closer.yaml": ROLE, "other-name.yaml": OPENER, "library.yaml": LIBRARY})
    assert not _findings(tmp_path / "closer.yaml")
    (tmp_path / "other-name.yaml").unlink()
    (tmp_path / "library.yaml").unlink()
    assert [one.code for one in _findings(tmp_path / "closer.yaml")] == ["ORG401", "ORG405"]


SHAPE = (
    "yardsticks: desk\nworks: [{key: book, mark: B, name: Book}]\nstatements:\n  - {id: D-1, "
    "figure: span, of: Desks, kind: observed, year: 2024, text: Three, value: 3, hedge: rarely}\n"
)


def test_yardsticks_named_alone_know_the_library_and_translations_know_them(tmp_path: Path) -> None:
    library = f"{LIBRARY}hedges: {{rarely: rarely}}\n"
    swedish = "translation: shape\nstatements: {D-1: {text: Tre, of: Diskar}}\n"
    _write(tmp_path, {"shape.yaml": SHAPE, "library.yaml": library, "sv/shape.yaml": swedish})
    assert not _findings(tmp_path / "shape.yaml")
    assert not _findings(tmp_path / "sv" / "shape.yaml", select=("ORG408",))
    (tmp_path / "library.yaml").write_text("library: [\n")
    assert [one.code for one in _findings(tmp_path / "shape.yaml")] == ["ORG001"]
    (tmp_path / "library.yaml").unlink()
    assert [one.code for one in _findings(tmp_path / "shape.yaml")] == ["ORG405"]
    (tmp_path / "shape.yaml").unlink()
    assert [one.code for one in _findings(tmp_path / "sv" / "shape.yaml")] == ["ORG408"]


def test_a_translation_named_alone_knows_its_role(tmp_path: Path) -> None:
    _write(tmp_path, {"closer.yaml": "role: closer\ntitle: Closer\n", "sv/closer.yaml": SWEDISH})
    assert not _findings(tmp_path / "sv" / "closer.yaml", select=("ALL", "ORG407"))
    _write(tmp_path, {"sv/closer.yaml": SWEDISH + "statements: {C-1: Nej}\n"})
    assert [one.code for one in _findings(tmp_path / "sv" / "closer.yaml")] == ["ORG408"]
    (tmp_path / "closer.yaml").unlink()
    assert [one.code for one in _findings(tmp_path / "sv" / "closer.yaml")] == ["ORG408"]


def test_a_translation_is_found_from_inside_its_folder_and_through_a_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(
        tmp_path, {"a/closer.yaml": "role: closer\ntitle: Closer\n", "a/sv/closer.yaml": SWEDISH}
    )
    (tmp_path / "b").symlink_to(tmp_path / "a", target_is_directory=True)
    assert not _findings(tmp_path / "b", select=("ALL", "ORG407"))
    assert not _findings(tmp_path / "b" / "sv" / "closer.yaml", select=("ALL", "ORG407"))
    monkeypatch.chdir(tmp_path / "a" / "sv")
    assert not _findings(Path("closer.yaml"), select=("ALL", "ORG407"))


def test_a_role_that_cannot_be_read_makes_no_orphans(tmp_path: Path) -> None:
    _write(tmp_path, {"closer.yaml": "role: closer\ntitle: [\n", "sv/closer.yaml": SWEDISH})
    assert [one.code for one in _findings(tmp_path)] == ["ORG001"]
    _write(tmp_path, {"closer.yaml": "role: closer\ntitle: [Closer]\n"})
    assert [one.code for one in _findings(tmp_path, select=("ALL", "ORG407"))] == ["ORG005"]


def test_nothing_is_missed_in_the_translation_of_a_role_that_is_not_read_whole(
    tmp_path: Path,
) -> None:
    role = "role: closer\ntitle: Closer\nfocus: [{id: C-1, text: Closing}]\n"
    _write(tmp_path, {"closer.yaml": role, "sv/closer.yaml": SWEDISH})
    assert [one.code for one in _findings(tmp_path, select=("ALL", "ORG407"))] == ["ORG407"]
    _write(tmp_path, {"closer.yaml": role + "aliases: {}\n"})
    assert [one.code for one in _findings(tmp_path, select=("ALL", "ORG407"))] == ["ORG006"]


def test_advice_of_one_s_own_is_a_file_that_is_known(tmp_path: Path) -> None:
    _write(tmp_path, {"advice.yaml": "advice: desk\n", "sv/advice.yaml": "translation: advice\n"})
    assert not _findings(tmp_path)


def test_nothing_stands_beside_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(tmp_path, {"library.yaml": "library: [\n"})
    monkeypatch.chdir(tmp_path)
    project = read_project([Path("-")], Files(stdin=b"role: closer\n"))
    assert project.files == ("<stdin>",)
    assert not check(project, Settings()).findings


def test_roles_are_checked_once_for_several_organisations(tmp_path: Path) -> None:
    org = "organisation: {}\npositions:\n  - {{id: ceo}}\n"
    _write(tmp_path, {
        "a.yaml": org.format("A"), "b.yaml": org.format("B"),
        "roles/closer.yaml": "role: closer\nreports_to: [nobody-at-all]\n",
    })  # fmt: skip
    assert [one.code for one in _findings(tmp_path)] == ["ORG401"]


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("  - {id: ceo, title: Chief}\n", "orgcli.model.roles.role"),
        (
            "  - {id: ceo, role: ceo}\n  - {id: cro, role: cro, reports_to: ceo}\n"
            "  - {id: vp, role: vp-sales, reports_to: cro}\n",
            "orgcli.model.roles.library",
        ),
    ],
)
def test_a_clean_organisation_reads_no_more_than_it_names(
    tmp_path: Path, text: str, absent: str
) -> None:
    _write(tmp_path, {"org.yaml": f"organisation: Northwind\npositions:\n{text}"})
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from orgcli.check.run import check\nfrom orgcli.model.settings import Settings\n"
        "from orgcli.read.organisation.project import read_project\n"
        "print(len(check(read_project([Path('org.yaml')]), Settings()).findings), *sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    count, *modules = done.stdout.split()
    assert count == "0"
    assert absent not in modules
    assert not [one for one in modules if one.endswith(".yardsticks")]
