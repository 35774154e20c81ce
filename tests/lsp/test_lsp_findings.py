"""What an editor is told of texts is what `orgcli validate` says of them once they are saved."""

import json
import random
import shutil
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from language_client import EditorClient, at, editing, place, run, typed
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from command_line import run_in
from orgcli.cli.lsp.project_reading import OpenFiles, ProjectReader
from orgcli.editor.text.editor_text import EditorText, TextChange, TextRange

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
CONFIG = 'organisations = ["org.yaml", "people.csv"]\n[rules.span-too-wide]\nmax = 2\n'
ORG = """\
organisation: N
include: [teams/*.yaml, one.json]
departments:
  - {id: sales, head: cro}
positions:
  - id: ceo
    holder: Ada 😀
    reports:
      - id: cfo
        role: cfo
  - {id: cro, role: cro, reports_to: ceo, department: sales, dotted_lines: [cfo]}
"""
FILES = {
    "orgcli.toml": CONFIG,
    "org.yaml": ORG,
    "teams/a.yaml": "positions:\n  - id: vp\n    reports_to: cro  # orgcli: ignore[ORG102]\n",
    "one.json": '{"positions": [{"id": "x", "reports_to": "vp", "fte": 0.5}]}\n',
    "people.csv": "id,name,manager\n1,Ada,\n2,Ben,1\n3,Cy,2\n",
    "roles/mine.yaml": "role: mine\ntitle: Mine\nreports_to: [cro]\n",
}
PARTS = ["ceo", "cro", "x", ": ", "- ", "\n", "  ", "reports_to: ", "id: ", "[", "]", "{", "}", "'",
         '"', ",", "#", "\t", "\r\n", "&a ", "*a", "😀", "\u2028", "role: cso", "organisation: M\n",
         "\ufeff", "| ", "0", "# orgcli: ignore[ORG102]", "status: opne\n"]  # fmt: skip
Change = tuple[int, float, float, str]
CHANGES = st.lists(
    st.tuples(
        st.integers(0, len(FILES) - 2), st.floats(0, 1), st.floats(0, 0.2), st.sampled_from(PARTS)
    ),
    min_size=1,
    max_size=6,
)


def written(folder: Path, files: Mapping[str, str]) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    (folder / ".git").mkdir()
    return folder.resolve()


def saved(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What validate says of the files."""
    code, out, err = run_in(folder, "orgcli validate -f json", monkeypatch)
    assert code in (0, 1), err
    return sorted(
        (one["file"], one["line"], one["column"], one["code"], one["level"], one["message"])
        for one in json.loads(out)["findings"]
        if not one.get("suppressed")
    )


def known(reader: ProjectReader, files: OpenFiles) -> list[tuple[Any, ...]]:
    """What the editor is told."""
    (state,) = [one for one in reader.read(files) if one.recipe.start == reader.folders[0]]
    return sorted(
        (one.place.file, one.place.line, one.place.column, one.code, one.level.value, one.message)
        for several in state.findings.values()
        for one in several
    )


@given(CHANGES)
@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_findings_of_texts_are_those_of_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changes: list[Change]
) -> None:
    folder, other = written(tmp_path / "open", FILES), written(tmp_path / "saved", FILES)
    names = [name for name in FILES if name != "orgcli.toml"]
    texts = {name: EditorText.of(name, FILES[name]) for name in names}
    reader = ProjectReader([folder], "en")
    monkeypatch.chdir(folder)
    reader.read(OpenFiles({}))
    for number, start, size, part in changes:
        name = names[number]
        text = texts[name]
        first = round(start * len(text.text))
        last = min(len(text.text), first + round(size * len(text.text)))
        where = TextRange(text.position(first), text.position(last))
        texts[name] = text.with_changes([TextChange(part, where)])
        (other / name).write_bytes(texts[name].raw)
        expected = saved(other, monkeypatch)
        monkeypatch.chdir(folder)
        raw = {folder / one: texts[one].raw for one in names}
        assert known(reader, OpenFiles(raw, {folder / name})) == expected
        assert known(ProjectReader([folder], "en"), OpenFiles(raw)) == expected


def test_the_same_over_the_protocol(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, other = written(tmp_path / "open", FILES), written(tmp_path / "saved", FILES)
    dice = random.Random(7)
    names = [name for name in FILES if name != "orgcli.toml"]

    async def session() -> None:
        async with editing(folder) as client:
            uris = {name: await client.open(folder / name) for name in names}
            texts = {name: EditorText.of(name, FILES[name]) for name in names}
            for _ in range(25):
                name = dice.choice(names)
                text = texts[name]
                first = dice.randint(0, len(text.text))
                last = min(len(text.text), first + dice.choice([0, 0, 1, 5, 20]))
                new = dice.choice(PARTS)
                where = text.range(first, last)
                texts[name] = text.with_changes([TextChange(new, where)])
                start, end = (at(one.line, one.character) for one in (where.start, where.end))
                client.change(uris[name], typed(types.Range(start, end), new))
                await settled(client, uris[name])
                (other / name).write_bytes(texts[name].raw)
                expected = sorted(
                    (file, *_client_place(texts, file, line, column), code)
                    for file, line, column, code, *_ in saved(other, monkeypatch)
                )
                (whole,) = ProjectReader([other], "en").read(OpenFiles({}))
                assert sorted(_shown(client, folder, whole.names.values())) == expected

    run(session())


def _client_place(
    texts: Mapping[str, EditorText], file: str, line: int, column: int
) -> tuple[int, int]:
    text = texts[file]
    if line > text.source.line_count:
        position = text.position(len(text.text))
    else:
        position = text.position(text.source.line_start(line) + column - 1)
    return position.line, position.character


def _shown(client: EditorClient, folder: Path, names: Collection[str]) -> Iterator[tuple[Any, ...]]:
    """What the editor shows of the files of the project; another file is checked alone."""
    for uri, several in client.found.items():
        name = uri.removeprefix(folder.as_uri() + "/")
        for one in several if name in names else ():
            yield name, one.range.start.line, one.range.start.character, one.code


async def settled(client: EditorClient, uri: str) -> None:
    """Wait until everything is checked: a rename is refused, but not before."""
    try:
        await client.text_document_rename_async(
            types.RenameParams(new_name="x", **place(uri, 9999, 0))
        )
    except JsonRpcException as error:
        assert "there is no id" in str(error), error


@pytest.mark.parametrize(
    "folder",
    sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir() and path.name != "exports"),
)
def test_examples_are_clean_in_an_editor(folder: str, tmp_path: Path) -> None:
    copy = tmp_path.resolve() / "copy"
    shutil.copytree(EXAMPLES / folder, copy)

    async def session() -> None:
        async with editing(copy) as client:
            for path in sorted(copy.rglob("*.yaml")):
                await client.open(path)
            uri = (copy / "org.yaml").as_uri()
            await settled(client, uri)
            found = [str(one.message) for several in client.found.values() for one in several
                     if one.severity != types.DiagnosticSeverity.Information]  # fmt: skip
            assert found == []
            client.change(uri, typed(types.Range(at(0, 0), at(0, 0)), "]\n"))
            await client.until(lambda: client.codes(uri) == ["ORG001"])
            client.change(uri, typed(types.Range(at(0, 0), at(1, 0)), ""))
            await client.until(lambda: "ORG001" not in client.codes(uri))

    run(session())
