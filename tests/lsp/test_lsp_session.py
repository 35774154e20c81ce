"""A session of an editor with the server, over its standard streams, by the client of pygls."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from language_client import EditorClient, at, editing, place, run, span, typed
from lsprotocol import types
from pygls.exceptions import JsonRpcException

ORG = """\
organisation: Northwind
include: [teams/*.yaml]
departments:
  - {id: sales, name: Sales, head: cro}
positions:
  - id: ceo
    title: Chief
    holder: Ada 😀 世界
    reports:
      - id: cfo
        role: cfo
  - {id: 'cro', role: cro, reports_to: ceo, department: sales}
"""
TEAM = "positions:\n  - {title: 😀世, id: vp, reports_to: cro}\n"
ROLE = "role: mine\ntitle: My role\nsummary: [Does all]\nreports_to: [cro, {role: mine}]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    here = tmp_path.resolve() / "wörk & space"
    for name, text in {
        "org.yaml": ORG, "teams/a.yaml": TEAM, "roles/mine.yaml": ROLE,
        "orgcli.toml": 'language = "de"\n',
    }.items():  # fmt: skip
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text(text, "utf-8")
    (here / ".git").mkdir()
    return here


def where(text: str, part: str, inside: int = 1, number: int = 1) -> tuple[int, int]:
    """The line and the UTF-16 character in a part of a text, the n-th that there is."""
    offset = -1
    for _ in range(number):
        offset = text.index(part, offset + 1)
    before = text[: offset + inside]
    line = before.rpartition("\n")[2]
    return before.count("\n"), len(line.encode("utf-16-le")) // 2


async def labels(client: EditorClient, uri: str, line: int, character: int) -> list[str]:
    found = await client.text_document_completion_async(
        types.CompletionParams(**place(uri, line, character))
    )
    return [one.label for one in found.items] if isinstance(found, types.CompletionList) else []


async def said(client: EditorClient, uri: str, line: int, character: int) -> str:
    found = await client.text_document_hover_async(types.HoverParams(**place(uri, line, character)))
    return found.contents.value if found else ""  # type: ignore[union-attr]


async def defined(client: EditorClient, uri: str, line: int, character: int) -> list[Any]:
    found = await client.text_document_definition_async(
        types.DefinitionParams(**place(uri, line, character))
    )
    return [(one.uri, one.range) for one in found or []]  # type: ignore[union-attr]


def test_findings_come_and_go_in_every_file(folder: Path) -> None:
    async def session() -> None:
        async with editing(folder) as client:
            org = await client.open(folder / "org.yaml")
            team = (folder / "teams/a.yaml").as_uri()
            line, character = where(ORG, "'cro'", 0)
            client.change(org, typed(span(line, character, character + 5), "CRO2"))
            await client.until(lambda: "ORG102" in client.codes(team))  # it is not even open
            (found,) = (one for one in client.found[team] if one.code == "ORG102")
            line, character = where(TEAM, "cro", 0)
            assert found.range == span(line, character, character + 3)
            assert found.severity == types.DiagnosticSeverity.Error
            assert (found.source, found.code_description) == ("orgcli", None)
            assert "which is not in this organisation" in found.message
            assert "ORG113" in client.codes(org)
            client.change(org, ORG)
            await client.until(lambda: not client.codes(team) and "ORG113" not in client.codes(org))
            client.change(org, ORG.replace("ceo\n", "[\n"))
            await client.until(lambda: "ORG001" in client.codes(org))
            client.close(org)
            await client.until(lambda: "ORG001" not in client.codes(org))
            (folder / "teams/a.yaml").write_text(TEAM.replace("cro", "nobody"), "utf-8")
            client.workspace_did_change_watched_files(
                types.DidChangeWatchedFilesParams(
                    [types.FileEvent(team, types.FileChangeType.Changed)]
                )
            )
            await client.until(lambda: "ORG102" in client.codes(team))

    run(session())


def test_only_the_newest_text_counts(folder: Path) -> None:
    async def session() -> None:
        async with editing(folder) as client:
            team = await client.open(folder / "teams/a.yaml")
            org = (folder / "org.yaml").as_uri()
            await client.until(lambda: org in client.found)
            before = client.times.get(team, 0)
            for number in range(50):
                client.change(team, TEAM.replace("reports_to: cro", f"reports_to: c{number}"))
            await client.until(lambda: "ORG102" in client.codes(team))
            assert client.times[team] - before <= 3
            await client.until(lambda: "`c49`" in client.found[team][0].message)

    run(session())


def test_completion_of_texts_that_do_not_parse(folder: Path) -> None:
    async def session() -> None:
        async with editing(folder) as client:
            org = await client.open(folder / "org.yaml")
            begun = ORG + "  - id: new\n    "
            line = begun.count("\n")
            cases = {
                "reports_to: ": ["ceo", "cfo", "cro", "vp"],
                "reports_to: c": ["ceo", "cfo", "cro"],
                "reports_to: ada": ["ceo"],
                "reports_to: 'v": ["vp"],
                "dotted_lines: [ceo, v": ["vp"],
                "dotted_lines: [{to: v": ["vp"],
                "department: ": ["sales"],
                "status: ": ["filled", "open", "planned", "closed"],
                "assistant: ": ["true", "false"],
                "role: my ": ["mine"],
                "id: ": [],
                "title: ": [],
                "# reports_to: ": [],
            }
            for written, expected in cases.items():
                client.change(org, begun + written)
                found = await labels(client, org, line, 4 + len(written))
                if "c" in written[-1:]:
                    assert sorted(found[:3]) == expected, written
                else:
                    assert [one for one in found if one != "new"] == expected, written
            client.change(org, begun + "role: chief rev")
            assert "cro" in await labels(client, org, line, 4 + 15)
            client.change(org, begun + "re")
            fields = await labels(client, org, line, 6)
            assert "reports_to" in fields and "id" not in fields
            client.change(org, ORG + "departments:\n  - id: x\n    ]\n  - he")
            assert "head" in await labels(client, org, line + 2, 6)
            role = await client.open(folder / "roles/mine.yaml", "role: mine\nreports_to: [c")
            assert "cro" in await labels(client, role, 1, 14)
            client.change(role, "role: mine\nsumm")
            assert "summary" in await labels(client, role, 1, 4)

    run(session())


def test_completion_is_spelt_and_says_what_it_means(folder: Path) -> None:
    text = "positions:\n  - id: 'no'\n    holder: Nora\n  - id: a\n    reports_to: x\n"
    (folder / "org.yaml").write_text(text, "utf-8")

    async def session() -> None:
        async with editing(folder) as client:
            org = await client.open(folder / "org.yaml")
            for typed_so_far, character, written in (("n", 17, '"no"'), ("'", 17, "'no'")):
                client.change(org, text.replace(": x", f": {typed_so_far}"))
                found = await client.text_document_completion_async(
                    types.CompletionParams(**place(org, 4, character))
                )
                assert isinstance(found, types.CompletionList)
                one = found.items[0]
                assert isinstance(one.text_edit, types.TextEdit)
                assert (one.label, one.detail, one.text_edit.new_text) == ("no", "Nora", written)
                assert one.text_edit.range == span(4, 16, 17)

    run(session())


def test_hover_says_what_show_says_in_the_language(folder: Path) -> None:
    async def session() -> None:
        async with editing(folder) as client:
            team = await client.open(folder / "teams/a.yaml")
            found = await said(client, team, *where(TEAM, "cro"))
            assert found.startswith("```text\noffen · Chief Revenue Officer · Northwind\n")
            assert "Berichtet an" in found and "Ada 😀 世界, Chief" in found
            assert "org.yaml:12" in found
            org = await client.open(folder / "org.yaml")
            assert "Ada 😀 世界" in await said(client, org, *where(ORG, "id: ceo", 5))
            assert "gesamte Umsatzorganisation" in await said(
                client, org, *where(ORG, "role: cro", 8)
            )
            assert await said(client, org, *where(ORG, "title")) == ""
            assert await said(client, org, *where(ORG, "Chief")) == ""
            role = await client.open(folder / "roles/mine.yaml")
            assert "My role · mine\n- Does all" in await said(client, role, *where(ROLE, "mine"))
        async with editing(folder, "--lang", "sv") as client:
            team = await client.open(folder / "teams/a.yaml")
            assert "Rapporterar till" in await said(client, team, *where(TEAM, "cro"))
        (folder / "orgcli.toml").unlink()
        async with editing(folder, locale="es-ES") as client:
            team = await client.open(folder / "teams/a.yaml")
            assert "Depende de" in await said(client, team, *where(TEAM, "cro"))

    run(session())


def test_definitions_and_references(folder: Path) -> None:
    async def session() -> None:
        async with editing(folder) as client:
            team = await client.open(folder / "teams/a.yaml")
            org = await client.open(folder / "org.yaml")
            cro = (org, span(11, 9, 14))
            assert await defined(client, team, *where(TEAM, "cro")) == [cro]
            assert await defined(client, org, *where(ORG, "head: cro", 7)) == [cro]
            ceo = [(org, span(5, 8, 11))]
            assert await defined(client, org, *where(ORG, "reports_to: ceo", 15)) == ceo
            sales = [(org, span(3, 9, 14))]
            assert await defined(client, org, *where(ORG, "department: sales", 13)) == sales
            assert await defined(client, org, *where(ORG, "title")) == []
            role = await client.open(folder / "roles/mine.yaml")
            mine = [(role, span(0, 6, 10))]
            assert await defined(client, role, *where(ROLE, "role: mine", 7, 2)) == mine
            found = await client.text_document_references_async(
                types.ReferenceParams(
                    context=types.ReferenceContext(True), **place(team, *where(TEAM, "cro"))
                )
            )
            line, character = where(TEAM, "cro", 0)
            assert [(one.uri, one.range) for one in found or ()] == [
                (org, span(3, *(where(ORG, "head: cro", inside)[1] for inside in (6, 9)))),
                cro,
                (team, span(line, character, character + 3)),
            ]
            client.change(org, ORG + "  - [\n")  # the last text that could be read counts
            assert await defined(client, team, *where(TEAM, "cro")) == [cro]
            assert await defined(client, org, *where(ORG, "reports_to: ceo", 14)) == ceo

    run(session())


def test_rename_is_that_of_the_command(folder: Path) -> None:
    async def session() -> None:
        async with editing(folder) as client:
            team = await client.open(folder / "teams/a.yaml")
            spot = place(team, *where(TEAM, "cro"))
            prepared = await client.text_document_prepare_rename_async(
                types.PrepareRenameParams(**spot)
            )
            assert isinstance(prepared, types.PrepareRenamePlaceholder)
            assert prepared.placeholder == "cro"
            made = await client.text_document_rename_async(
                types.RenameParams(new_name="x1", **spot)
            )
            assert made is not None and made.changes is not None
            org, config = ((folder / name).as_uri() for name in ("org.yaml", "orgcli.toml"))
            written = {
                uri: [one.new_text for one in several] for uri, several in made.changes.items()
            }
            assert written == {
                org: ["x1", "'x1'"], team: ["x1"], config: ['\n[renamed]\ncro = "x1"\n'],
            }  # fmt: skip
            for new, why in (
                ("ceo", "there is a position `ceo` already"),
                (" ", "an id is text without blanks around it"),
            ):
                with pytest.raises(JsonRpcException, match=why):
                    await client.text_document_rename_async(
                        types.RenameParams(new_name=new, **spot)
                    )
            nowhere = place(team, 0, 0)
            assert not await client.text_document_prepare_rename_async(
                types.PrepareRenameParams(**nowhere)
            )
            with pytest.raises(JsonRpcException, match="there is no id of a position here"):
                await client.text_document_rename_async(types.RenameParams(new_name="b", **nowhere))
            client.change(team, TEAM + "  - [")
            with pytest.raises(JsonRpcException, match="a file cannot be read as it is now"):
                await client.text_document_rename_async(types.RenameParams(new_name="b", **spot))
        assert (folder / "org.yaml").read_text("utf-8") == ORG
        capabilities = types.ClientCapabilities(
            workspace=types.WorkspaceClientCapabilities(
                workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True)
            )
        )
        async with editing(folder, capabilities=capabilities) as client:
            await client.open(folder / "teams/a.yaml")
            client.change(team, TEAM.replace("vp", "vp2"))
            line, character = where(TEAM.replace("vp", "vp2"), "cro")
            made = await client.text_document_rename_async(
                types.RenameParams(new_name="x1", **place(team, line, character))
            )
            versions = {
                one.text_document.uri: one.text_document.version  # type: ignore[union-attr]
                for one in made.document_changes
            }
            assert versions == {org: None, team: 2, config: None}

    run(session())


def test_outline_and_symbols(folder: Path) -> None:
    async def session() -> None:
        async with editing(folder) as client:
            org = await client.open(folder / "org.yaml")
            found = await client.text_document_document_symbol_async(
                types.DocumentSymbolParams(types.TextDocumentIdentifier(org))
            )
            (top,) = found or ()
            assert isinstance(top, types.DocumentSymbol)
            assert (top.name, top.detail) == ("ceo", "Ada 😀 世界 · Chief")
            assert [one.name for one in top.children or ()] == ["cfo", "cro"]
            assert (top.range.start, top.range.end) == (at(5, 4), at(10, 17))
            symbols = await client.workspace_symbol_async(types.WorkspaceSymbolParams("revenue"))
            assert [(one.name, one.location.uri) for one in symbols or ()] == [("cro", org)]

    run(session())


def test_quick_fixes(folder: Path) -> None:
    team = TEAM.replace("cro", "coe")

    async def session() -> None:
        async with editing(folder) as client:
            uri = await client.open(folder / "teams/a.yaml", team)
            await client.until(lambda: "ORG102" in client.codes(uri))
            line, character = where(team, "coe")
            found = await client.text_document_code_action_async(
                types.CodeActionParams(
                    types.TextDocumentIdentifier(uri),
                    span(line, character, character),
                    types.CodeActionContext(client.found[uri]),
                )
            )
            mend, ignore = found or ()
            assert isinstance(mend, types.CodeAction) and isinstance(ignore, types.CodeAction)
            assert (mend.title, ignore.title) == (
                "ORG102: write `ceo`", "ORG102: ignore it in this line",
            )  # fmt: skip
            assert [one.code for one in mend.diagnostics or ()] == ["ORG102"]
            assert mend.edit and mend.edit.changes and ignore.edit and ignore.edit.changes
            assert [one.new_text for one in mend.edit.changes[uri]] == ["ceo"]
            assert [one.new_text for one in ignore.edit.changes[uri]] == [
                "  # orgcli: ignore[ORG102]"
            ]

    run(session())


def test_tables_and_json(folder: Path) -> None:
    (folder / "orgcli.toml").write_text('organisations = ["people.csv", "people.json"]\n', "utf-8")
    table = "id,name,manager\r\nceo,Ada 😀,\r\n2,Ben,ceo\r\n3,Cy,9\r\n"
    (folder / "people.csv").write_bytes(table.encode())
    records = (
        '{"organisation": "J", "positions": [\n  {"id": "a"},\n  {"id": "b", "reports_to": "a"}]}'
    )
    (folder / "people.json").write_text(records, "utf-8")

    async def session() -> None:
        async with editing(folder) as client:
            csv = await client.open(folder / "people.csv", table)
            json = await client.open(folder / "people.json")
            await client.until(lambda: "ORG102" in client.codes(csv))
            assert await defined(client, csv, 2, 7) == [(csv, span(1, 0, 3))]
            assert "Ada 😀" in await said(client, csv, 2, 7)
            assert await defined(client, json, 2, 31) == [(json, span(1, 9, 12))]
            assert await labels(client, json, 2, 29) == ["a", "b", "ceo", "2", "3"]
            assert (await labels(client, json, 2, 30))[0] == "a"
            made = await client.text_document_rename_async(
                types.RenameParams(new_name="boss", **place(csv, 2, 7))
            )
            assert made and made.changes
            edits = sorted((one.range.start.line, one.new_text) for one in made.changes[csv])
            assert [line for line, _ in edits] == [1, 2]
            client.change(csv, table.replace(",9", ",2"))
            await client.until(lambda: "ORG102" not in client.codes(csv))

    run(session())


def test_a_table_in_another_encoding_is_what_it_is_when_saved(folder: Path) -> None:
    (folder / "orgcli.toml").write_text('organisations = ["people.csv"]\n', "utf-8")
    table = "id,name,manager\n1,Jörg Weiß,\n2,Ben,1\n"
    (folder / "people.csv").write_bytes(table.encode("windows-1252"))

    async def session() -> None:
        async with editing(folder) as client:
            csv = await client.open(folder / "people.csv", table)
            await client.until(lambda: "ORG017" in client.codes(csv))
            assert "Jörg Weiß" in await said(client, csv, 2, 6)
            client.change(csv, typed(span(2, 6, 7), "9"))
            await client.until(lambda: client.codes(csv) == ["ORG102"])

    run(session())


def test_an_editor_without_markdown_gets_plain_text(folder: Path) -> None:
    hover = types.HoverClientCapabilities(content_format=[types.MarkupKind.PlainText])
    text = types.TextDocumentClientCapabilities(hover=hover)

    async def session() -> None:
        capabilities = types.ClientCapabilities(text_document=text)
        async with editing(folder, capabilities=capabilities) as client:
            team = await client.open(folder / "teams/a.yaml")
            assert (await said(client, team, *where(TEAM, "cro"))).startswith("offen · Chief")

    run(session())


def test_a_manager_named_in_a_table_is_no_id_to_rename(folder: Path) -> None:
    (folder / "orgcli.toml").write_text('organisations = ["people.csv"]\n', "utf-8")
    table = "id,name,manager\n1,Ada,\n2,Ben,Ada\n"
    (folder / "people.csv").write_text(table, "utf-8")

    async def session() -> None:
        async with editing(folder) as client:
            csv = await client.open(folder / "people.csv", table)
            assert await defined(client, csv, 2, 7) == [(csv, span(1, 0, 1))]
            found = await client.text_document_prepare_rename_async(
                types.PrepareRenameParams(**place(csv, 2, 7))
            )
            assert found is None

    run(session())


def test_a_mark_and_line_ends_are_counted_as_the_editor_does(folder: Path) -> None:
    text = "\ufeffpositions: [{id: a}, {id: b, reports_to: c}]\r\n"

    async def session() -> None:
        async with editing(folder) as client:
            (folder / "org.yaml").write_bytes(text.encode())
            org = await client.open(folder / "org.yaml", text)
            await client.until(lambda: "ORG102" in client.codes(org))
            start = text.index(": c}") + 2
            (found,) = (one for one in client.found[org] if one.code == "ORG102")
            assert found.range == span(0, start, start + 1)
            client.change(org, typed(span(0, start, start + 1), "a"))
            await client.until(lambda: "ORG102" not in client.codes(org))
            client.change(org, typed(span(0, 0, 1), ""), typed(span(0, start - 1, start), "x"))
            await client.until(lambda: "ORG102" in client.codes(org))
        capabilities = types.ClientCapabilities(
            general=types.GeneralClientCapabilities(
                position_encodings=[types.PositionEncodingKind.Utf8]
            )
        )
        async with editing(folder, capabilities=capabilities) as client:
            org = await client.open(
                folder / "org.yaml", "positions: [{title: 世😀, id: b, reports_to: c}]"
            )
            await client.until(lambda: "ORG102" in client.codes(org))
            (found,) = (one for one in client.found[org] if one.code == "ORG102")
            assert found.range == span(0, 20 + 3 + 4 + 21, 20 + 3 + 4 + 22)

    run(session())


def test_other_files_are_left_alone(folder: Path, tmp_path: Path) -> None:
    (folder / "compose.yaml").write_text("services: {}\n", "utf-8")
    outside = tmp_path.resolve() / "outside"
    outside.mkdir()
    (outside / "orgcli.toml").write_text("broken [", "utf-8")
    (outside / "org.yaml").write_text("positions: [{id: a, reports_to: b}]\n", "utf-8")
    (folder / "link.org.yaml").symlink_to(outside / "org.yaml")

    async def session() -> None:
        async with editing(folder) as client:
            compose = await client.open(folder / "compose.yaml")
            lone = await client.open(folder / "elsewhere.yaml", "organisation: E\npositions: [x]\n")
            other = await client.open(outside / "team.yaml", "id: a\nreports_to: zzz\n")
            odd = await client.open(folder, "organisation: [", uri="untitled:Untitled-1")
            await client.until(lambda: bool(client.codes(lone) and client.codes(other)))
            assert client.codes(compose) == [] and client.codes(odd) == []
            assert "ORG102" in client.codes(other)
            assert await labels(client, other, 1, 12) == ["a"]
            shown = {uri for uri, found in client.found.items() if found}
            assert (outside / "orgcli.toml").as_uri() not in shown
            assert (outside / "org.yaml").as_uri() not in shown

    run(session())


def test_a_file_without_a_workspace_has_the_folder_it_is_in(folder: Path) -> None:
    async def session() -> None:
        async with editing(None) as client:
            org = await client.open(folder / "org.yaml", ORG.replace("to: ceo", "to: coe"))
            await client.until(lambda: "ORG102" in client.codes(org))
            found = await labels(client, org, *where(ORG, "reports_to: ceo", 12))
            assert found == ["ceo", "cfo", "cro", "vp"]

    run(session())


def test_a_wrong_configuration_is_shown_and_what_was_known_stays(folder: Path) -> None:
    config = folder / "orgcli.toml"

    async def session() -> None:
        async with editing(folder) as client:
            team = await client.open(folder / "teams/a.yaml", TEAM.replace("cro", "nobody"))
            await client.until(lambda: "ORG102" in client.codes(team))
            config.write_text("select = [", "utf-8")
            saved = types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(team))
            client.text_document_did_save(saved)
            await client.until(lambda: bool(client.found.get(config.as_uri())))
            assert client.codes(team) == ["ORG102"]
            assert "not TOML" in client.found[config.as_uri()][0].message
            assert await labels(client, team, *where(TEAM, "cro", 0))
            config.write_text('select = ["ORG999"]', "utf-8")
            client.text_document_did_save(saved)
            await client.until(
                lambda: any("ORG999" in one.message for one in client.found[config.as_uri()])
            )
            config.write_text("", "utf-8")
            client.text_document_did_save(saved)
            await client.until(
                lambda: not client.found[config.as_uri()] and "ORG102" in client.codes(team)
            )

    run(session())


def test_a_project_in_a_folder_of_the_workspace_is_found(folder: Path) -> None:
    inner = folder / "people/acme"
    shutil.copytree(folder / "teams", inner / "teams")
    (inner / "org.yaml").write_text(ORG.replace("Northwind", "Acme"), "utf-8")

    async def session() -> None:
        async with editing(folder) as client:
            team = await client.open(inner / "teams/a.yaml")
            assert "Acme" in await said(client, team, *where(TEAM, "cro"))
            assert await defined(client, team, *where(TEAM, "cro")) == [
                ((inner / "org.yaml").as_uri(), span(11, 9, 14))
            ]

    run(session())


def test_folders_come_and_go(folder: Path, tmp_path: Path) -> None:
    other = tmp_path.resolve() / "other"
    other.mkdir()
    (other / "org.yaml").write_text("positions: [{id: z, reports_to: none}]\n", "utf-8")
    member = types.WorkspaceFolder(other.as_uri(), "other")

    async def session() -> None:
        async with editing(folder) as client:
            await client.open(folder / "org.yaml")
            uri = (other / "org.yaml").as_uri()
            for added, removed in (([member], []), ([], [member])):
                client.workspace_did_change_workspace_folders(
                    types.DidChangeWorkspaceFoldersParams(
                        types.WorkspaceFoldersChangeEvent(added=added, removed=removed)
                    )
                )
                await client.until(
                    lambda is_in=bool(added): ("ORG102" in client.codes(uri)) == is_in
                )

    run(session())


def test_files_are_watched_where_the_editor_can(folder: Path) -> None:
    capabilities = types.ClientCapabilities(
        workspace=types.WorkspaceClientCapabilities(
            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
                dynamic_registration=True
            )
        )
    )

    async def session() -> None:
        async with editing(folder, capabilities=capabilities) as client:
            org = (folder / "org.yaml").as_uri()
            await client.until(lambda: org in client.found)
            assert [one.method for one in client.watched] == ["workspace/didChangeWatchedFiles"]

    run(session())
