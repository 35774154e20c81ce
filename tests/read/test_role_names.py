"""A name means one role, or several that are listed, or none; only what is asked for is read."""

import sys
from pathlib import Path

import pytest

from orgcli.language.tags import LANGUAGES
from orgcli.model.roles.role_name import squeeze
from orgcli.read.roles.role_index import KnownRoles
from orgcli.read.roles.role_name import RoleName, name_in
from orgcli.read.roles.role_selection import NoSuchRole, select_roles
from orgcli.read.roles.translations import translation_path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "roles"
    folder.mkdir()
    (folder / "a.yaml").write_text("role: a\ntitle: Head of A\naliases: [boss, Chef]\n")
    (folder / "b.yaml").write_text("role: b\nabbreviation: BB\naliases:\n  - boss\n\n  - b b\n")
    (folder / "named-otherwise.yml").write_text(
        "# comment\nfocus:\n- x\nrole: c\ntitle: >-\n  Head\n  of C\n"
    )
    (folder / "d.json").write_text('{"role": "d", "title": "Head of D", "aliases": "dee"}')
    (folder / "flow.yaml").write_text("{role: e, title: Head of E}")
    (folder / "cso.yaml").write_text("role: cso\ntitle: Chief Security Officer\n")
    (folder / "library.yaml").write_text("library: own\n")
    (folder / "main.yml").write_text("- hosts: all\n")
    (folder / "broken.yaml").write_bytes(b"role: \xff")
    (folder / "tasks").mkdir()
    return folder


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("a", ["a"]),
        ("Head of A", ["a"]),
        ("head-OF_a", ["a"]),
        ("chef", ["a"]),
        ("boss", ["a", "b"]),
        ("bb", ["b"]),
        ("Head of C", ["c"]),
        ("named-otherwise", []),
        ("c", ["c"]),
        ("dee", ["d"]),
        ("Head of E", ["e"]),
        ("cso", ["cso"]),
        ("Chief Security Officer", ["cso"]),
        ("Chief Sales Officer", []),
        ("cro", ["cro"]),
        ("VP", ["vp-sales"]),
        ("Vice president of sales", ["vp-sales"]),
        ("library", []),
        ("main", []),
        ("", []),
    ],
)
def test_a_name(own: Path, name: str, ids: list[str]) -> None:
    assert [one.role.id for one in KnownRoles(own).candidates(name)] == ids


def test_a_folder_that_may_not_be_listed_has_no_roles(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", refuse)
    known = KnownRoles(own)
    assert known.candidates("cro")
    assert not known.candidates("head-of-a")


def test_ones_own_role_overrides_a_built_in_one(own: Path) -> None:
    known = KnownRoles(own)
    (mine,) = known.candidates("CSO")
    assert known.overrides(mine.role)
    assert mine.role.path == own / "cso.yaml"
    assert not known.overrides(known.candidates("cro")[0].role)
    assert not known.overrides(known.candidates("a")[0].role)


def test_what_is_left_out_when_nothing_is_ignored() -> None:
    assert squeeze("  VP‑Sales_EMEA\t") == "vpsalesemea"
    assert squeeze("ＣＳＯ") == "cso"
    assert squeeze("Försäljningschef") == squeeze("FÖRSÄLJNINGSCHEF")


def test_names_come_from_the_top_level_only(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("role: x\nreports_to:\n  - role: y\n    title: no\nother:\n  aliases: [z]\n")
    found = name_in(path)
    assert found is not None
    assert [one.name for one in found.names()] == ["x"]


opened: list[str] = []
listening = False


def _listen(event: str, arguments: tuple[object, ...]) -> None:
    # What opens by a function of its own is told twice, once without a mode.
    is_opened = listening and event == "open" and arguments[1] is not None
    if is_opened and str(arguments[0]).endswith((".yaml", ".yml")):
        opened.append(Path(str(arguments[0])).name)


sys.addaudithook(_listen)


def test_only_the_roles_asked_for_are_opened() -> None:
    global listening
    opened.clear()
    listening = True
    asked = select_roles(["cro", "vp-sales"], KnownRoles(), bytes)
    listening = False
    assert [role.file.role.role for role in asked.roles] == ["cro", "vp-sales"]
    # The heads of three more as well: relations name those roles and have no words of their own.
    named = {"cso.yaml", "marketing.yaml", "salespeople.yaml"}
    assert set(opened) == {"cro.yaml", "library.yaml", "vp-sales.yaml"} | named
    assert opened.count("vp-sales.yaml") <= 2


def test_a_library_of_ones_own_adds_to_the_built_in_one(own: Path) -> None:
    (own / "library.yaml").write_text(
        "library: own\n"
        "concepts: [{key: close-deals, label: Signing}, {key: mine, label: Mine}]\n"
        "shared: [{roles: [a, cro], facet: focus, statement: {text: Both}}]\n"
    )
    asked = select_roles(["a", "cro", "vp"], KnownRoles(own), bytes)
    assert asked.findings == []
    labels = {concept.key: concept.label for concept in asked.library.concepts}
    assert labels["close-deals"] == "Signing"
    assert labels["mine"] == "Mine"
    assert labels["hire-train"] == "Hiring and training"
    both = [[one.statement.text for one in role.shared] for role in asked.roles]
    assert both[0] == ["Both"]
    assert "Both" in both[1]
    assert "Both" not in both[2]


def test_the_built_in_library_says_nothing_of_a_role_that_overrides(own: Path) -> None:
    asked = select_roles(["cso", "cro"], KnownRoles(own), bytes)
    assert asked.roles[0].shared == ()
    assert asked.roles[1].shared


@pytest.mark.parametrize("words", [["boss", "cro"], ["x", "y"], ["cro", "CRO"], ["-", "-"]])
def test_what_is_not_clear_is_refused(own: Path, words: list[str]) -> None:
    with pytest.raises(NoSuchRole):
        select_roles(words, KnownRoles(own), lambda: b"role: x")


def test_two_files_of_one_id_are_listed_by_path(own: Path) -> None:
    (own / "a-again.yaml").write_text("role: a\n")
    with pytest.raises(NoSuchRole) as refused:
        select_roles(["a", "cro"], KnownRoles(own), bytes)
    assert "a-again.yaml" in refused.value.help


def test_a_file_that_is_no_role_says_why_when_it_is_asked_for(own: Path) -> None:
    (own / "torn.yaml").write_text("role: torn\ntitle: [a\n")
    (own / "org.yaml").write_text("organisation: x\npositions: []\n")
    asked = select_roles(["torn", "org", "cro"], KnownRoles(own), bytes)
    assert [role.file.role.role for role in asked.roles] == ["cro"]
    assert [finding.code for finding in asked.findings] == ["ORG001", "ORG007"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("work", ["quotapath", "sbi", "pipl", "editorial"])
def test_every_role_by_every_work_in_every_language(work: str, language: str) -> None:
    known = KnownRoles(language=language)
    for role in known.all():
        try:
            asked = select_roles([f"{role.id}@{work}"], known, bytes).roles[0]
        except NoSuchRole as error:
            assert role.id in str(error)
            continue
        said = [one for _, statements in asked.file.role.facets() for one in statements]
        said += [one.statement for one in asked.shared]
        assert said and {one.sources for one in said} == {(work,)}


def test_an_id_never_leads_out_of_its_folder(own: Path) -> None:
    (own.parent / "secret.yaml").write_text("translation: x\ntitle: Secret\n")
    (own / "sv").mkdir()
    (own / "far.yaml").write_text("role: ../../secret\ntitle: Far\n")
    (own / "long.yaml").write_text(f"role: {'a' * 400}\ntitle: Long\n")
    known = KnownRoles(own, language="sv")
    assert {"Far", "Long"} <= {role.title for role in known.all()}
    assert "Secret" not in {role.title for role in known.all()}
    asked = select_roles([str(own / "far.yaml"), str(own / "long.yaml")], known, bytes)
    assert [role.file.role.title for role in asked.roles] == ["Far", "Long"]


@pytest.mark.parametrize("language", ["..", "../sv", "sv/../..", "a" * 400, "", "\0"])
def test_a_language_never_leads_out_of_its_folder(own: Path, language: str) -> None:
    """A role says its language itself, and other roles are looked for in it."""
    for folder in (own, own.parent):
        (folder / "vp.yaml").write_text("translation: vp\ntitle: Secret\n")
    path = translation_path(own, language, "vp")
    assert path.resolve().is_relative_to(own.resolve()) and path.parent != own
    role = RoleName("vp", own / "vp.yaml", title="VP")
    assert KnownRoles(own).translation(role, language) is None


def test_two_files_of_one_id_are_both_listed(own: Path) -> None:
    (own / "a2.yaml").write_text("role: a\ntitle: Another A\n")
    titles = [role.title for role in KnownRoles(own).all()]
    assert "Head of A" in titles and "Another A" in titles


def test_what_is_beside_a_role_and_cannot_be_opened_is_a_finding(own: Path) -> None:
    (own / "library.yaml").unlink()
    (own / "library.yaml").symlink_to("/proc/self/mem")
    asked = select_roles(["a"], KnownRoles(own), bytes)
    assert [finding.code for finding in asked.findings] == ["ORG007"]


def test_one_work_alone_keeps_the_mark_of_what_is_not_translated(own: Path) -> None:
    (own / "z.yaml").write_text("role: z\nfocus: [{id: Z-1, text: Work, sources: [pipl, sbi]}]\n")
    (own / "sv").mkdir()
    (own / "sv/z.yaml").write_text("translation: z\ntitle: Zeta\n")
    asked = select_roles(["z@pipl"], KnownRoles(own, language="sv"), bytes)
    assert asked.roles[0].untranslated == set(asked.roles[0].file.role.focus)


def test_roles_named_by_complements_are_called_by_their_names(own: Path) -> None:
    (own / "z.yaml").write_text(
        "role: z\ncomplements: [{role: vp-sales, text: With}]\nmanages: cro\n"
    )
    assert select_roles(["z"], KnownRoles(own), bytes).names == {"cro": "CRO"}


def test_a_broken_file_of_ones_own_is_not_the_built_in_role(own: Path) -> None:
    (own / "cro.yaml").write_text("role: cro\ntitle: [\n")
    asked = select_roles(["cro"], KnownRoles(own), bytes)
    assert [finding.code for finding in asked.findings] == ["ORG001"]


def test_a_library_of_ones_own_speaks_of_built_in_roles_too(own: Path) -> None:
    (own / "library.yaml").write_text("library: own\nfacets: {focus: Aim}\n")
    asked = select_roles(["cro"], KnownRoles(own), bytes)
    assert (asked.library.facets or {})["focus"] == "Aim"
