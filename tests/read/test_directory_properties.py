"""Trees, graphs and directories written at random are read back line for line."""

import json
from base64 import b64encode
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from orgcli.model.source.source import Source
from orgcli.read.directories.ldif import ldif_entries
from orgcli.read.directories.ldif_entry import common_name, dn_key, parts_of
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.organisation.file_content import content_of
from orgcli.read.organograms.row_ids import NumberedIds
from orgcli.read.syntax.json import load_json
from orgcli.read.syntax.streams import load_documents, stream_in
from orgcli.read.syntax.yaml import load_yaml

PARENTS = st.lists(st.integers(0, 30), min_size=1, max_size=20).map(
    lambda above: [-1, *(min(parent, row) for row, parent in enumerate(above))]
)
"""The manager of each of some people; everybody is below an earlier one."""
KEYS = st.sampled_from(["children", "reports", "subordinates", "directReports"])


def lines(entries: Entries | None) -> dict[str, str | None]:
    assert entries is not None
    assert not entries.findings
    return {str(one["id"]): one.get("reports_to") for one in entries.records}  # type: ignore[misc]


def read(name: str, text: str) -> Entries | None:
    return content_of(name, text.encode(), TableOptions(), NumberedIds()).entries


def expected(parents: list[int]) -> dict[str, str | None]:
    return {f"p{row}": f"p{above}" if above >= 0 else None for row, above in enumerate(parents)}


@given(PARENTS, KEYS, st.booleans())
def test_trees_come_back(parents: list[int], key: str, is_flat: bool) -> None:
    people: list[dict[str, Any]] = [
        {"name": f"P {row}", "id": f"p{row}", key: []} for row in range(len(parents))
    ]
    for row, above in enumerate(parents[1:], 1):
        people[above][key].append(people[row]["id"] if is_flat else people[row])
    root: Any = people if is_flat else people[0]
    assert lines(read("t.json", json.dumps(root))) == expected(parents)


@given(PARENTS, st.sampled_from([("from", "to"), ("source", "target")]))
def test_graphs_come_back(parents: list[int], ends: tuple[str, str]) -> None:
    nodes = [{"id": f"p{row}", "label": f"P {row}"} for row in range(len(parents))]
    edges = [
        dict(zip(ends, (f"p{above}", f"p{row}"), strict=True))
        for row, above in enumerate(parents)
        if above >= 0
    ]
    found = lines(read("t.json", json.dumps({"nodes": nodes, "edges": edges})))
    assert found == expected(parents)


@given(PARENTS, st.data())
def test_ldif_comes_back(parents: list[int], data: st.DataObject) -> None:
    """However long lines are folded, however they are encoded, in any case."""
    names = data.draw(
        st.lists(
            st.text(st.sampled_from("abé,=+ \\#;"), min_size=1).map(str.strip).filter(bool),
            min_size=len(parents), max_size=len(parents), unique_by=lambda name: name.casefold(),
        )
    )  # fmt: skip
    escaped = ["".join(f"\\{one}" if one in ',=+\\#;"' else one for one in name) for name in names]
    dns = [f"cn=x{name},ou=people, dc=x" for name in escaped]
    text = ""
    for row, above in enumerate(parents):
        attributes = [("dn", dns[row]), ("objectClass", "person"), ("cn", f"x{names[row]}")]
        if above >= 0:
            attributes.append(("Manager", dns[above].upper().replace(", DC", ",DC")))
        for name, value in attributes:
            line = f"{name}: {value}"
            if not value.isascii() or data.draw(st.booleans()):
                line = f"{name}:: {b64encode(value.encode()).decode()}"
            width = data.draw(st.integers(8, 80))
            text += "\n ".join(line[at : at + width] for at in range(0, len(line), width)) + "\n"
        text += "\n"
    entries = ldif_entries(Source("t.ldif", text), TableOptions())
    found = {str(one["id"]): one.get("reports_to") for one in entries.records}
    assert found == {
        dns[row]: dns[above] if above >= 0 else None for row, above in enumerate(parents)
    }


@given(st.text(st.sampled_from('abC,=\\+; 2e"'), max_size=20))
def test_any_text_has_parts_as_a_dn(text: str) -> None:
    parts_of(text)
    common_name(text)
    assert dn_key(text) == dn_key(text.upper() if "\\" not in text else text)


@given(st.text(max_size=60) | st.text(st.sampled_from("dn: cn=a\n -#:<;=,b64"), max_size=80))
def test_any_text_as_ldif(text: str) -> None:
    ldif_entries(Source("t.ldif", text), TableOptions())


@given(st.text(st.sampled_from('-ab: \n[]{}"&*#|'), max_size=40))
def test_documents_of_a_stream_are_those_of_single_files(text: str) -> None:
    source = Source("t.yaml", text)
    found, _ = load_documents(source)
    if len(found) == 1:
        single, _ = load_yaml(source)
        assert single is not None
        assert single.root == found[0].root


@given(st.lists(st.dictionaries(st.sampled_from("ab"), st.integers(0, 9)), min_size=2, max_size=4))
def test_lines_of_json_are_a_list(values: list[dict[str, int]]) -> None:
    lines_of_it = Source("t.jsonl", "\n".join(map(json.dumps, values)) + "\n")
    stream, _ = stream_in(lines_of_it)
    single, _ = load_json(Source("t.json", json.dumps(values)))
    assert stream is not None
    assert single is not None
    assert stream.root == single.root
