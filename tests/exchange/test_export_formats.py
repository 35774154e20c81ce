"""Every format of `orgcli export`: in the help, in the docs, and in the hands of other readers."""

import json
import re
import subprocess
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import ldif
import pytest
import vobject
import yaml
from exported_organisations import HOSTILE, exported, positions_in, read_back, usual_organisation
from jsonschema import Draft7Validator
from python_calamine import CalamineWorkbook

from command_line import run_in
from orgcli.cli.commands.schema import SCHEMAS
from orgcli.exchange.formats import FORMATS
from orgcli.exchange.losses import DEPARTMENTS, NAME, PURPOSES
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Contact, Position
from tools import program

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/exchange.md").read_text("utf-8")
SCREENS = Path(__file__).with_name("screens")
TEXT = [name for name, row in FORMATS.items() if not row.binary and not row.folder]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_its_row_in_the_docs(name: str) -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| `")]
    assert any(f"`{name}`" in row.split("|")[1] for row in rows), name


SAID = {"reports_to": "manager", "cost_center": "cost center", "status": "status", NAME: "the name",
        DEPARTMENTS: "the list of departments", PURPOSES: "what dotted lines are for"}  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
def test_the_docs_say_what_a_format_holds(name: str) -> None:
    (row,) = [
        line.split("|")[3]
        for line in PAGE.splitlines()
        if line.startswith("| `") and f"`{name}`" in line.split("|")[1] and line.count("|") == 5
    ]
    if "everything" in row:
        left = {word for word in (NAME, DEPARTMENTS, PURPOSES) if SAID[word] not in row}
        assert {NAME, DEPARTMENTS, PURPOSES} & set(FORMATS[name].carries) == left
    elif "as `" not in row:
        for field in FORMATS[name].carries:
            assert SAID.get(field, field) in row or field == "status", (name, field)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_a_screen(name: str, golden, tmp_path: Path, monkeypatch) -> None:
    """The files of a small organisation, and what is said of them."""
    (tmp_path / "org.yaml").write_bytes((SCREENS / "org.yaml").read_bytes())
    output = f"out{FORMATS[name].endings[0] if FORMATS[name].endings else ''}"
    code, stdout, stderr = run_in(
        tmp_path, f"orgcli export org.yaml --isolated --root cro -f {name} -o {output}", monkeypatch
    )
    assert code == 0 and stdout == ""
    made = tmp_path / output
    files = sorted(made.rglob("*")) if made.is_dir() else [made]
    said = [f"[stderr]\n{stderr}"]
    for file in files:
        if file.is_file() and not FORMATS[name].binary:
            text = file.read_bytes().decode().replace("\r\n", "\n")
            said.append(f"[{file.relative_to(tmp_path)}]\n{text}")
    golden(SCREENS / f"{name}.txt", "".join(said))


def test_every_screen_is_of_a_format() -> None:
    assert sorted(path.stem for path in SCREENS.glob("*.txt")) == sorted(FORMATS)


def hostile() -> Organisation:
    """A top with a report for each hostile text, which is in every field that takes it."""
    texts = [text for text in HOSTILE if (text.strip() and text.isprintable()) or text > " "]
    positions = [Position("top", title="Top", holder=("Ada Okafor",))]
    positions += [
        Position(
            f"p{at} {text}",
            title=text,
            holder=(text,),
            reports_to="top",
            department=text,
            location=text,
            tags=(text,),
            contact=Contact(text, text, text),
            attributes={text: text},
        )
        for at, text in enumerate(texts)
    ]
    return Organisation("=Acme\x1b[31m", positions)


CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.mark.parametrize("name", FORMATS)
def test_no_text_drives_a_terminal_or_is_lost(name: str) -> None:
    made = exported(hostile(), name)
    files = [*made.files.values()] or [made.data]
    if not FORMATS[name].binary:
        for raw in files:
            assert CONTROL.search(raw.decode()) is None
    assert made.data == exported(hostile(), name).data, "the same bytes each time"
    if name not in ("vcard", "ldif", "d3", "d3-org-chart", "drawio", "dot", "pptx"):
        assert len(positions_in(read_back(made, name))) >= len(hostile().positions) - 1


@pytest.mark.parametrize("seed", range(5))
def test_scim_is_read_by_its_models(seed: int) -> None:
    from scim2_models import EnterpriseUser, ListResponse, User  # takes a second

    data = exported(usual_organisation(seed), "scim").data
    found = ListResponse[User[EnterpriseUser]].model_validate_json(data)
    ids = {user.id for user in found.resources or ()}
    assert found.total_results == len(ids)
    for user in found.resources or ():
        manager = user[EnterpriseUser].manager
        assert manager is None or manager.value in ids
    assert len({user.user_name for user in found.resources or ()}) == len(ids)


def test_hostile_scim_is_read_by_its_models() -> None:
    data = exported(hostile(), "scim").data
    names = [one["displayName"] for one in json.loads(data)["Resources"]]
    assert names == [one.holder[0] for one in hostile().positions]


@pytest.mark.parametrize("seed", range(5))
def test_ldif_is_read_by_a_parser_of_others(seed: int) -> None:
    _check_ldif(usual_organisation(seed))


def test_hostile_ldif_is_read_by_a_parser_of_others() -> None:
    _check_ldif(hostile())


def _check_ldif(organisation: Organisation) -> None:
    data = exported(organisation, "ldif").data
    assert all(len(line) <= 76 and line.isascii() for line in data.decode().split("\n"))
    entries = list(_parsed(data))
    people = [one for _, one in entries if b"inetOrgPerson" in one["objectClass"]]
    dns = {dn for dn, _ in entries}
    assert len(people) == sum(
        len(one.holder) for one in organisation.positions if one.status != "closed"
    )
    for one in people:
        assert one["sn"] and one["cn"]
        assert all(dn.decode() in dns for dn in one.get("manager", ()))
    names = {one["cn"][0].decode() for one in people}
    assert names == {
        name for one in organisation.positions if one.status != "closed" for name in one.holder
    }


def _parsed(data: bytes) -> Iterator[tuple[str, dict[str, list[bytes]]]]:
    from io import BytesIO

    for dn, entry in ldif.LDIFParser(BytesIO(data), strict=False).parse():
        if dn is None:  # the version
            continue
        yield dn, {key: [one if isinstance(one, bytes) else one.encode() for one in values]
                   for key, values in entry.items()}  # fmt: skip


def test_vcards_are_read_by_a_library_of_others() -> None:
    organisation = usual_organisation(3)
    cards = list(vobject.readComponents(StringIO(exported(organisation, "vcard").data.decode())))
    names = [
        name for one in organisation.positions if one.status != "closed" for name in one.holder
    ]
    assert [card.fn.value for card in cards] == names
    raw = exported(hostile(), "vcard").data
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert raw.count(b"\r\nEND:VCARD\r\n") == len(hostile().positions)


REFERENCE = {"type": "string", "pattern": r"^[a-zA-Z0-9]+([_.-][a-zA-Z0-9]+)*$", "maxLength": 63}
ENTITY = {
    "type": "object",
    "required": ["apiVersion", "kind", "metadata", "spec"],
    "properties": {
        "apiVersion": {"const": "backstage.io/v1alpha1"},
        "kind": {"enum": ["Group", "User"]},
        "metadata": {
            "type": "object",
            "required": ["name"],
            "properties": {"name": REFERENCE, "description": {"type": "string"}},
        },
        "spec": {
            "type": "object",
            "properties": {
                "type": {"type": "string", "minLength": 1},
                "profile": {
                    "type": "object", "additionalProperties": {"type": "string", "minLength": 1},
                },
                "parent": REFERENCE,
                "children": {"type": "array", "items": REFERENCE},
                "memberOf": {"type": "array", "items": REFERENCE},
            },
        },
    },
    "if": {"properties": {"kind": {"const": "Group"}}},
    "then": {"properties": {"spec": {"required": ["type", "children"]}}},
    "else": {"properties": {"spec": {"required": ["memberOf"]}}},
}  # fmt: skip
"""What the descriptor format of a catalog asks of groups and users."""


@pytest.mark.parametrize(
    "organisation", [usual_organisation(1), hostile()], ids=["usual", "hostile"]
)
def test_backstage_fits_the_descriptor_format(organisation: Organisation) -> None:
    entities = list(yaml.safe_load_all(exported(organisation, "backstage").data))
    for one in entities:
        assert not list(Draft7Validator(ENTITY).iter_errors(one)), one
    names = [(one["kind"], one["metadata"]["name"].casefold()) for one in entities]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "organisation", [usual_organisation(1), hostile()], ids=["usual", "hostile"]
)
def test_json_fits_its_schema(organisation: Organisation) -> None:
    document = json.loads(exported(organisation, "json").data)
    assert list(Draft7Validator(SCHEMAS["export-output"]()).iter_errors(document)) == []


def test_a_workbook_is_read_by_a_library_of_others(tmp_path: Path) -> None:
    path = tmp_path / "org.xlsx"
    path.write_bytes(exported(usual_organisation(1), "xlsx").data)
    book = CalamineWorkbook.from_path(path)
    assert book.sheet_names[0] == "Positions"
    heading, *rows = book.get_sheet_by_name("Positions").to_python()
    assert heading[:3] == ["id", "title", "role"]
    assert [row[0] for row in rows] == [one.id for one in usual_organisation(1).positions]


@pytest.mark.needs("soffice")
@pytest.mark.needs("/usr/lib/libreoffice/program/libsclo.so")
def test_a_workbook_is_opened_by_libreoffice(tmp_path: Path) -> None:
    """Formulas stay text there: what comes out as CSV is what went in."""
    organisation = hostile()
    (tmp_path / "org.xlsx").write_bytes(exported(organisation, "xlsx").data)
    soffice = program("soffice")
    assert soffice
    subprocess.run(
        [soffice, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to",
         "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", str(tmp_path), "org.xlsx"],
        cwd=tmp_path, check=True, capture_output=True, timeout=100,
    )  # fmt: skip
    text = (tmp_path / "org.csv").read_text("utf-8")
    assert len(text.splitlines()) == len(organisation.positions) + 1
    assert "=1+1" in text and "Err:" not in text
