"""Large inputs of every kind that is read, by the number of items in them: people, keys, lines."""

import csv
import io
import json
from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from dialects import Person, as_graph, as_ldif, as_scim

from orgcli.model.organisation.position import COMPUTED
from workbooks import ods, xlsb, xlsx

Generator = Callable[[int], bytes]


def _above(number: int) -> int:
    return (number - 1) // 10


def _people(count: int) -> list[Person]:
    return [
        Person(at, f"N{at}", "Li", f"Job {at % 90}", f"D{at % 50}", _above(at) if at else -1, "")
        for at in range(count)
    ]


def _rows(headings: str, rows: Iterable[Sequence[object]]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(headings.split(","))
    writer.writerows(rows)
    return stream.getvalue().encode()


def _lines(first: str, line: Callable[[int], str], count: int, last: str = "") -> bytes:
    return "\n".join([first, *map(line, range(count)), last]).encode()


def _json(value: object) -> bytes:
    return json.dumps(value).encode()


def _record(at: int) -> dict[str, Any]:
    manager = str(_above(at)) if at else None
    return {"id": str(at), "fullName": f"N{at} Li", "jobTitle": "Job", "managerId": manager}


def _tree(count: int) -> dict[str, Any]:
    nodes: list[dict[str, Any]] = [{"name": f"N{at} Li", "children": []} for at in range(count)]
    for at in range(1, count):
        nodes[_above(at)]["children"].append(nodes[at])
    return nodes[0]


def _depth(at: int, most: int = 6) -> int:
    return 0 if at == 0 else at % most + 1 if at % most < most - 1 else 1


def _position(at: int) -> str:
    return f"- id: p{at}" + (f"\n  reports_to: p{_above(at)}" if at else "")


def _position_with(count: int, key: str, line: Callable[[int], str], more: str = "") -> bytes:
    return _lines(f"organisation: X\npositions:\n- id: a\n{more}  {key}:", line, count)


def _drawing_cell(at: int) -> str:
    box = f'<mxCell id="n{at}" value="N{at} Li&lt;br&gt;Job" vertex="1" parent="1"/>'
    line = f'<mxCell id="e{at}" edge="1" source="n{_above(at)}" target="n{at}" parent="1"/>'
    return box + (line if at else "")


def _backstage(at: int) -> str:
    return (
        "---\napiVersion: backstage.io/v1alpha1\nkind: User\n"
        f"metadata: {{name: u{at}}}\nspec: {{memberOf: [g{at % 50}]}}"
    )


def _groups(at: int) -> str:
    return (
        "---\napiVersion: backstage.io/v1alpha1\nkind: Group\n"
        f"metadata: {{name: g{at}}}\nspec: {{type: team, parent: g{_above(at)}, children: []}}"
    )


def _levels(at: int, most: int = 4) -> list[str]:
    chain = [at]
    while chain[-1] and len(chain) < most:
        chain.append(_above(chain[-1]))
    return [f"N{one} Li" for one in reversed(chain)] + [""] * (most - len(chain))


def _code(at: int) -> str:
    parts = []
    while at:
        parts.append(str((at - 1) % 10 + 1))
        at = _above(at)
    return ".".join(["1", *reversed(parts)])


def _path(at: int) -> str:
    chain = [at]
    while chain[-1]:
        chain.append(_above(chain[-1]))
    return "/".join(f"E{one}" for one in reversed(chain))


def _workbook(count: int) -> dict[str, list[list[str]]]:
    rows = [[str(at), f"N{at} Li", str(_above(at)) if at else ""] for at in range(count)]
    return {"People": [["id", "name", "manager"], *rows]}


def _misspelt(count: int) -> bytes:
    """Managers by names that nearly fit several people."""
    return _rows(
        "Employee ID,Full Name,Manager",
        ([at, f"Ada{at} Li", f"Ada{at * 7 % count}x Li"] for at in range(count)),
    )


def _organogram(at: int) -> list[object]:
    return [at + 1, "Ben Li", "SCS1", "Director", _above(at) + 1 if at else "XX", "1.00", "1", "2"]


_ORGANOGRAM = (
    "Post Unique Reference,Name,Grade,Job Title,Reports to Senior Post,FTE,Actual Pay Floor (£),"
    "Actual Pay Ceiling (£)"
)


def _own_record(at: int) -> dict[str, Any]:
    return {
        "id": f"p{at}",
        "reports_to": f"p{_above(at)}" if at else None,
        "title": "Job",
    } | dict.fromkeys(COMPUTED)


FORMATS: dict[str, dict[str, Generator]] = {
    "records of orgcli": {
        "x.json": lambda n: _json(
            {"version": 1, "positions": [_own_record(at) for at in range(n)]}
        ),
        "x.jsonl": lambda n: _lines("", lambda at: json.dumps(_own_record(at)), n),
    },
    "CSV": {
        "x.csv people by id": lambda n: _rows(
            "id,name,manager_id",
            ([at, f"N{at} Li", _above(at) if at else ""] for at in range(n)),
        ),
        "x.csv people by name": lambda n: _rows(
            "Full Name,Job Title,Manager",
            ([f"N{at} Li", "Job", f"N{_above(at)} Li" if at else ""] for at in range(n)),
        ),
        "x.csv last name first": lambda n: _rows(
            "Employee ID,Full Name,Manager",
            ([at, f"N{at} Li", f"Li, N{_above(at)}" if at else ""] for at in range(n)),
        ),
        "x.csv managers misspelt": _misspelt,
        "x.csv managers with ids behind": lambda n: _rows(
            "Employee ID,Full Name,Manager",
            ([at, f"N{at} Li", f"N{_above(at)} Li ({_above(at)})"] for at in range(n)),
        ),
        "x.csv one name": lambda n: _rows(
            "Employee ID,Full Name,Manager", ([at, "Ada Li", "Ada Li"] for at in range(n))
        ),
        "x.csv one id": lambda n: _rows(
            "Employee ID,Full Name,Manager", (["7", f"N{at} Li", "7"] for at in range(n))
        ),
        "x.csv misfits": lambda n: _rows(
            "id,name,manager,fte,start,status,email",
            ([at, f"N{at}", "?", "x", "y", f"z{at}", "q"] for at in range(n)),
        ),
        "x.csv headings": lambda n: _rows(
            ",".join(f"H{at}" for at in range(n)), [range(n), range(n)]
        ),
        "x.csv headings alike": lambda n: _rows(",".join(["name"] * n), [range(n), range(n)]),
        "x.csv rows of one cell": lambda n: _lines("id,name", str, n),
        "x.csv rows above the headings": lambda n: _lines(
            "Report", lambda at: f"# {at}", n, "id,name\n1,Ada\n"
        ),
        "x.csv rows too long": lambda n: _lines("id,name", lambda at: f"{at},b,c,d", n),
        "x.csv one row": lambda n: b"id,name\n1," + b"a b " * n,
        "x.csv quotes": lambda n: b'id,name\n1,"' + b'""' * n + b'"\n',
        "x.csv open quotes": lambda n: _lines("id,name", lambda at: f'{at},"a', n),
        "x.csv blank lines": lambda n: b"id,name\n1,Ada\n" + b"\n" * n + b"2,Ben\n",
        "x.csv commas": lambda n: b"id,name\n" + b"," * n,
        "x.csv one cell of holders": lambda n: b'id,name\n1,"' + b"Ada Li; " * n + b'"\n',
        "x.csv two ends": lambda n: _rows(
            "from,to", ([f"N{_above(at)} Li", f"N{at} Li"] for at in range(1, n))
        ),
        "x.csv employee and manager": lambda n: _rows(
            "Employee,Manager", ([f"N{at} Li", f"N{_above(at)} Li"] for at in range(1, n))
        ),
        "x.csv path": lambda n: _rows(
            "id,name,path", ([f"E{at}", f"N{at} Li", _path(at)] for at in range(n))
        ),
        "x.csv path alone": lambda n: _rows("path", ([_path(at)] for at in range(n))),
        "x.csv levels": lambda n: _rows(
            "Level 1,Level 2,Level 3,Level 4", (_levels(at) for at in range(n))
        ),
        "x.csv levels of managers": lambda n: _rows(
            "Name,Manager Level 1,Manager Level 2,Manager Level 3",
            ([f"M{at} Li", *_levels(at, 3)] for at in range(n)),
        ),
        "x.csv codes": lambda n: _rows(
            "Code,Name,Title", ([_code(at), f"N{at} Li", "Job"] for at in range(n))
        ),
        "x.csv outline by level": lambda n: _rows(
            "Level,Name,Title", ([_depth(at) + 1, f"N{at} Li", "Job"] for at in range(n))
        ),
        "x.csv outline indented": lambda n: _rows(
            "Name,Title", (["  " * _depth(at) + f"N{at} Li", "Job"] for at in range(n))
        ),
        "x.csv UK organogram": lambda n: _rows(_ORGANOGRAM, map(_organogram, range(n))),
        "x.csv not UTF-8": lambda n: (
            _lines("id,name", lambda at: f"{at},Jürgen Müller", n).decode().encode("latin-1")
        ),
        "x.csv not UTF-8, one line of ASCII": lambda n: (
            b"id,name\n1,J\xfcrgen\n2," + b"abcdefgh " * n + b"\n"
        ),
        "x.csv not UTF-8, line of others": lambda n: (
            b"id,name\n1,J\xfcrgen\n2," + b"\xfc\xe4 \xf6" * n + b"\n"
        ),
        "x.csv not UTF-8, one word": lambda n: b"id,name\n1,J\xfc" + b"\xe4\xff\x98" * n + b"\n",
        "x.csv UTF-16": lambda n: (
            _lines("id,name", lambda at: f"{at},Ada", n).decode().encode("utf-16")
        ),
    },
    "JSON": {
        "x.json records": lambda n: _json([_record(at) for at in range(n)]),
        "x.json wrapped": lambda n: _json({"a": {"people": [_record(at) for at in range(n)]}}),
        "x.json tree": lambda n: _json(_tree(n)),
        "x.json tree of ids": lambda n: _json(
            [
                {
                    "id": f"p{at}",
                    "name": f"N{at} Li",
                    "reports": [f"p{one}" for one in range(at * 10 + 1, min(n, at * 10 + 11))],
                }
                for at in range(n)
            ]
        ),
        "x.json keyed": lambda n: _json({str(at): _record(at) for at in range(n)}),
        "x.json keyed by name": lambda n: _json(
            {f"N{at} Li": {"title": "Job", "manager": f"N{_above(at)} Li"} for at in range(n)}
        ),
        "x.json nested objects": lambda n: _json(
            [{**_record(at), "manager": _record(_above(at))} for at in range(n)]
        ),
        "x.json nodes and edges": lambda n: _json(
            {
                "nodes": [{"id": f"p{at}", "label": f"N{at} Li"} for at in range(n)],
                "edges": [{"from": f"p{_above(at)}", "to": f"p{at}"} for at in range(1, n)],
            }
        ),
        "x.json columns": lambda n: _json(
            {
                "columns": ["id", "name", "manager"],
                "rows": [[at, f"N{at} Li", _above(at)] for at in range(n)],
            }
        ),
        "x.json Graph": lambda n: as_graph(_people(n)),
        "x.json SCIM": lambda n: as_scim(_people(n)),
        "x.jsonl lines": lambda n: b"\n".join(_json(_record(at)) for at in range(n)),
        "x.json lines": lambda n: b"\n".join(_json(_record(at)) for at in range(n)),
        "x.json keys of one record": lambda n: _json([{f"k{at}": "v" for at in range(n)}] * 2),
        "x.json different keys": lambda n: _json(
            [{"id": str(at), "name": f"N{at}", f"k{at}": "v"} for at in range(n)]
        ),
        "x.json lists in lists": lambda n: _json([[at, [at]] for at in range(n)]),
        "x.json list in a record": lambda n: _json(
            [{"id": "1", "name": "Ada", "tags": list(range(n))}, {"id": "2", "name": "Ben"}]
        ),
        "x.json brackets": lambda n: b"[" * n,
        "x.json spaces": lambda n: b"[" + b" " * n * 10 + b"x",
        "x.json a key twice": lambda n: b'{"organisation": "X"' + b', "a": 1' * n + b"}",
        "x.json unknown keys": lambda n: _json(
            {"organisation": "X", "positions": [{"id": "a", **{f"k{at}": "" for at in range(n)}}]}
        ),
        "x.json string": lambda n: b'["' + b"\\u00e9\\n" * n + b'"]',
        "x.json many small values": lambda n: b"[]\n" * n,
    },
    "YAML": {
        "x.yaml positions": lambda n: _lines("organisation: X\npositions:", _position, n),
        "x.yaml nested": lambda n: _lines(
            "organisation: X\npositions:\n- id: a\n  reports:", lambda at: f"  - id: p{at}", n
        ),
        "x.yaml departments": lambda n: _lines(
            "organisation: X\ndepartments:", lambda at: f"- {{id: d{at}, parent: d{at // 9}}}", n
        ),
        "x.yaml unknown keys": lambda n: _lines(
            "organisation: X\npositions:\n- id: a", lambda at: f"  key{at}: x", n
        ),
        "x.yaml unknown keys of the file": lambda n: _lines(
            "organisation: X", lambda at: f"key{at}: x", n
        ),
        "x.yaml unknown keys of a department": lambda n: _lines(
            "organisation: X\ndepartments:\n- id: a", lambda at: f"  key{at}: x", n
        ),
        "x.yaml unknown keys of a contact": lambda n: _position_with(
            n, "contact", lambda at: f"    key{at}: x"
        ),
        "x.yaml attributes": lambda n: _position_with(
            n, "attributes", lambda at: f"    key{at}: x"
        ),
        "x.yaml attributes that are none": lambda n: _position_with(
            n, "attributes", lambda at: f"    key{at}: [x]"
        ),
        "x.yaml wrong holders": lambda n: _position_with(n, "holder", lambda at: "  - [x]"),
        "x.yaml holders": lambda n: _position_with(n, "holder", lambda at: f"  - N{at}"),
        "x.yaml dotted lines": lambda n: _position_with(
            n, "dotted_lines", lambda at: f"  - to: p{at}\n    x: y"
        ),
        "x.yaml a key twice": lambda n: _lines("organisation: X", lambda at: "a: 1", n),
        "x.yaml keys twice": lambda n: _lines(
            "organisation: X", lambda at: f"k{at}: 1\nk{at}: 2", n
        ),
        "x.yaml wrong values": lambda n: _lines(
            "organisation: X\npositions:", lambda at: f"- id: p{at}\n  fte: x\n  start: y", n
        ),
        "x.yaml entries that are none": lambda n: _lines(
            "organisation: X\npositions:", lambda at: "- x", n
        ),
        "x.yaml includes": lambda n: _lines(
            "organisation: X\ninclude:", lambda at: f"- file-{at}.yaml", n
        ),
        "x.yaml smart quotes": lambda n: _lines(
            "organisation: X\npositions:", lambda at: f"- id: p{at}\n  title: “Job”", n
        ),
        "x.yaml anchors": lambda n: _lines(
            "organisation: X\npositions:", lambda at: f"- &a{at} {{id: p{at}}}", n
        ),
        "x.yaml aliases": lambda n: _lines(
            "organisation: X\npositions:\n- &a {id: p}", lambda at: "- *a", n
        ),
        "x.yaml merges": lambda n: _lines(
            "organisation: X\npositions:\n- &a {id: p}", lambda at: f"- {{<<: *a, id: p{at}}}", n
        ),
        "x.yaml merged keys": lambda n: _lines(
            "organisation: X\npositions:\n- &a\n  id: p",
            lambda at: f"  k{at}: x",
            n,
            "- {<<: *a, id: q}",
        ),
        "x.yaml tags": lambda n: _lines(
            "organisation: X\npositions:", lambda at: f"- !x {{id: p{at}}}", n
        ),
        "x.yaml values that are comments": lambda n: _lines(
            "organisation: X\npositions:", lambda at: f"- id: p{at}\n  title: #1 x", n
        ),
        "x.yaml codes of one comment": lambda n: (
            _lines(
                "organisation: X\npositions:\n- id: a # orgcli: ignore[",
                lambda at: "",
                0,
                "",
            ).rstrip()
            + b", ".join(b"ORG%d" % at for at in range(n))
            + b"] x\n"
        ),
        "x.yaml comments": lambda n: _lines(
            "organisation: X\npositions:",
            lambda at: f"- id: p{at} # orgcli: ignore[ORG102] x",
            n,
        ),
        "x.yaml comments above": lambda n: _lines(
            "organisation: X\npositions:",
            lambda at: f"# orgcli: ignore[ORG102] x\n- id: p{at}",
            n,
        ),
        "x.yaml comments above keys": lambda n: _lines(
            "organisation: X\npositions:\n- id: a\n  attributes:",
            lambda at: f"    # orgcli: ignore[ORG102] x\n    k{at}: x",
            n,
        ),
        "x.yaml comments disable": lambda n: _lines(
            "organisation: X\npositions:",
            lambda at: f"# orgcli: disable[ORG102] x\n- id: p{at}\n# orgcli: enable[ORG102]",
            n,
        ),
        "x.yaml marks in one value": lambda n: (
            b"organisation: X\npositions:\n- id: a\n  title: |\n    "
            + b"# orgcli: ignore[ORG102] x " * n
        ),
        "x.yaml marks in one line": lambda n: (
            b"organisation: X\npositions: # " + b" # orgcli: ignore[ORG102" * n
        ),
        "x.yaml open brackets": lambda n: b"organisation: X\npositions: " + b"[" * n,
        "x.yaml open marks in one value": lambda n: (
            b"organisation: X\npositions:\n- id: a\n  title: |\n    "
            + b"# orgcli: ignore[ORG102 " * n
        ),
        "x.yaml comments behind quotes": lambda n: _lines(
            "organisation: X\npositions:", lambda at: f"- id: p{at}\n  title: 'x' #1 y", n
        ),
        "x.yaml smart quotes in one line": lambda n: (
            b"organisation: X\npositions: [{id: a, tags: [" + "“b”, ".encode() * n + b"]}]"
        ),
        "x.yaml documents with comments": lambda n: _lines(
            "", lambda at: f"---\nname: N{at} é # x\nmanager: N{_above(at)}", n
        ),
        "x.yaml spaces": lambda n: b"organisation: X" + b" " * n * 10 + b"y\n",
        "x.yaml dashes of typography": lambda n: _lines(
            "organisation: X\npositions:", lambda at: "– id: a", n
        ),
        "x.yaml conflict marks": lambda n: _lines(
            "organisation: X", lambda at: "<<<<<<< HEAD\na: 1", n
        ),
        "x.yaml documents of people": lambda n: _lines(
            "", lambda at: f"---\nname: N{at}\nmanager: N{_above(at)}", n
        ),
        "x.yaml people": lambda n: _lines(
            "people:", lambda at: f"- name: N{at}\n  manager: N{_above(at)}", n
        ),
        "x.yaml role with unknown keys": lambda n: _lines(
            "role: x\nname: X\nlanguage: en", lambda at: f"key{at}: x", n
        ),
        "x.yaml role with statements": lambda n: _lines(
            "role: x\nname: X\nlanguage: en\nfocus:", lambda at: f"- Text {at}", n
        ),
        "x.yaml role with wrong statements": lambda n: _lines(
            "role: x\nname: X\nlanguage: en\nfocus:", lambda at: f"- {{x{at}: Text}}", n
        ),
        "x.yaml plan": lambda n: _lines(
            "plan: x\nsteps:", lambda at: f"- {{move: p{at}, to: p1, date: 2027-01-01}}", n
        ),
        "x.yaml plan with wrong steps": lambda n: _lines(
            "plan: x\nsteps:", lambda at: f"- {{mvoe: p{at}, to: p1}}\n- move: p{at}", n
        ),
        "x.yaml plan with unknown keys": lambda n: _lines(
            "plan: x\nsteps: [{close: a}]", lambda at: f"key{at}: x", n
        ),
        "x.yaml library with unknown keys": lambda n: _lines(
            "library: x\nlanguage: en", lambda at: f"key{at}: x", n
        ),
        "x.yaml library with unknown keys of works": lambda n: _lines(
            "library: x\nlanguage: en\nworks:", lambda at: f"  key{at}: {{x: y}}", n
        ),
        "sv/x.yaml translation with unknown texts": lambda n: _lines(
            "translation: x\ntexts:", lambda at: f"  key{at}: x", n
        ),
        "sv/x.yaml translation with unknown keys": lambda n: _lines(
            "translation: x", lambda at: f"key{at}: x", n
        ),
    },
    "workbook": {
        "x.xlsx people": lambda n: xlsx(_workbook(n)),
        "x.ods people": lambda n: ods(_workbook(n)),
        "x.xlsb people": lambda n: xlsb(_workbook(n)),
    },
    "LDIF": {
        "x.ldif people": lambda n: as_ldif(_people(n)),
        "x.ldif values of one entry": lambda n: _lines(
            "dn: cn=a\nobjectClass: person\ncn: a", lambda at: f"description: {at}", n
        ),
        "x.ldif one value folded": lambda n: _lines(
            "dn: cn=a\nobjectClass: person\ncn: a", lambda at: " abc", n
        ),
        "x.ldif one value in base64": lambda n: (
            b"dn: cn=a\nobjectClass: person\ncn:: " + b64encode(b"abc" * n) + b"\n"
        ),
        "x.ldif one DN": lambda n: (
            b"dn: cn=a" + b",ou=b" * n + b"\nobjectClass: person\ncn: a\nmanager: cn=b" + b"\\," * n
        ),
        "x.ldif attributes of their own": lambda n: _lines(
            "", lambda at: f"\ndn: cn=p{at}\nobjectClass: person\ncn: p{at}\nx{at}: y", n
        ),
        "x.ldif no people": lambda n: _lines(
            "dn: cn=a\nobjectClass: person\ncn: a\n",
            lambda at: f"dn: cn=p{at}\nobjectClass: device\n",
            n,
        ),
        "x.ldif comments": lambda n: _lines("", lambda at: "# x", n, "dn: cn=a\ncn: a"),
        "x.ldif managers outside": lambda n: _lines(
            "", lambda at: f"\ndn: cn=p{at}\nobjectClass: person\ncn: p{at}\nmanager: cn=x{at}", n
        ),
    },
    "agent company": {
        "agents.md one agent": lambda n: _lines(
            "---\nname: A\nslug: a", lambda at: f"key{at}: x", n, "---\nText\n"
        ),
        "agents.md text": lambda n: _lines("---\nname: A\nslug: a\n---", lambda at: f"- {at}", n),
    },
    "Mermaid": {
        "x.mmd chart": lambda n: _lines(
            "graph TD", lambda at: f'  n{at}["N{at} Li<br>Job"]\n  n{_above(at)} --> n{at}', n
        ),
        "x.mmd chain": lambda n: b"graph TD\n  a" + b" --> b".join(b"%d" % at for at in range(n)),
        "x.mmd groups": lambda n: b"graph TD\n  " + b" & ".join(b"n%d" % at for at in range(n)),
        "x.mmd groups to groups": lambda n: (
            b"graph TD\n  "
            + b" & ".join(b"n%d" % at for at in range(n // 100))
            + b" --> "
            + b" & ".join(b"m%d" % at for at in range(100))
        ),
        "x.mmd subgraphs": lambda n: _lines("graph TD", lambda at: f"  subgraph s{at}", n),
        "x.mmd subgraphs one by one": lambda n: _lines(
            "graph TD", lambda at: f"  subgraph s{at}\n  a{at}\n  end", n
        ),
        "x.mmd mind map": lambda n: _lines(
            "mindmap", lambda at: "  " * (_depth(at) + 1) + f"N{at}", n
        ),
        "x.mmd open brackets": lambda n: b"graph TD\n  " + b"a[" * n,
        "x.mmd open quotes": lambda n: b"graph TD\n  " + b'a["b' * n,
        "x.mmd dashes": lambda n: b"graph TD\n  a " + b"-" * n + b" b",
        "x.mmd line texts": lambda n: b"graph TD\n  a " + b"-- b " * n,
        "x.mmd statements of one line": lambda n: b"graph TD\n" + b"a;" * n,
        "x.mmd styles": lambda n: _lines("graph TD\na-->b", lambda at: f"style n{at} fill:#fff", n),
        "x.mmd comments": lambda n: _lines("", lambda at: "%% x", n, "graph TD\na-->b"),
    },
    "PlantUML": {
        "x.puml components": lambda n: _lines(
            "@startuml",
            lambda at: f'rectangle "N{at} Li" as n{at}\nn{_above(at)} --> n{at}',
            n,
            "@enduml",
        ),
        "x.puml WBS": lambda n: _lines(
            "@startwbs", lambda at: "*" * (_depth(at) + 1) + f" N{at} Li", n, "@endwbs"
        ),
        "x.puml mind map": lambda n: _lines(
            "@startmindmap", lambda at: "*" * (_depth(at) + 1) + f" :N{at}\nJob;", n, "@endmindmap"
        ),
        "x.puml open": lambda n: _lines("@startwbs", lambda at: f"* :N{at}", n, "@endwbs"),
        "x.puml stars": lambda n: b"@startwbs\n" + b"*" * n + b" a\n@endwbs",
        "x.puml packages": lambda n: _lines("@startuml", lambda at: f"package p{at} {{", n),
        "x.puml one line": lambda n: b"@startuml\na " + b"-" * n + b"> b",
        "x.puml dashes in many lines": lambda n: (
            b"@startuml\n" + (b"a " + b"-" * 1000 + b"\n") * (n // 1000)
        ),
        "x.puml long names": lambda n: b"@startuml\n" + (b"a." * 900 + b" b\n") * (n // 1000),
        "x.puml stereotypes": lambda n: (
            b"@startuml\n" + (b'"a" ' + b"<<a>>" * 300 + b"b\n") * (n // 1000)
        ),
        "x.puml brackets": lambda n: b"@startuml\n" + b"[" * n,
    },
    "DOT": {
        "x.dot graph": lambda n: _lines(
            "digraph {",
            lambda at: f'n{at} [label="N{at} Li\\nJob"]\nn{_above(at)} -> n{at};',
            n,
            "}",
        ),
        "x.dot chain": lambda n: b"digraph {" + b" -> ".join(b"n%d" % at for at in range(n)) + b"}",
        "x.dot subgraphs": lambda n: _lines("digraph {", lambda at: "subgraph {", n),
        "x.dot subgraphs one by one": lambda n: _lines(
            "digraph {", lambda at: f"subgraph s{at} {{ a{at} }}", n, "}"
        ),
        "x.dot subgraphs in each other": lambda n: (
            b"digraph {"
            + b"".join(b"subgraph cluster_%d { label=x n%d " % (at, at) for at in range(n))
        ),
        "x.dot defaults": lambda n: _lines(
            "digraph {", lambda at: f"node [a{at}=b]\nn{at}", n, "}"
        ),
        "x.dot products": lambda n: (
            b"digraph {"
            + (b"{" + b" a b c" * 50 + b"} -> {" + b" d e f" * 50 + b"}\n") * (n // 300)
            + b"}"
        ),
        "x.dot one set": lambda n: (
            b"digraph { a -> {" + b" ".join(b"n%d" % at for at in range(n)) + b"}}"
        ),
        "x.dot sets of sets": lambda n: b"digraph { a -> " + b"{ b -> " * n,
        "x.dot sets": lambda n: (
            b"digraph {" + b" -> ".join(b"{a%d b%d}" % (at, at) for at in range(n)) + b"}"
        ),
        "x.dot HTML": lambda n: b"digraph { a [label=<" + b"<b>" * n + b">] }",
        "x.dot open comments": lambda n: b"digraph {" + b"/* " * n,
        "x.dot open quotes": lambda n: b'digraph { a [label="' + b'\\"' * n,
        "x.dot strings joined": lambda n: b'digraph { a [label="x"' + b' + "y"' * n + b"] }",
        "x.dot attributes": lambda n: b"digraph { a [" + b"b=c," * n + b"] }",
        "x.dot comments": lambda n: b"// x\n" * n + b"digraph { a -> b }",
    },
    "draw.io CSV": {
        "x.csv draw.io": lambda n: _lines(
            "# namespace: orgcli-\n"
            "key,manager,dotted,kind,color,name,title,department,facts,marks,state",
            lambda at: f"p{at},{f'p{_above(at)}' if at else ''},,n,,N{at} Li,,,,,filled",
            n,
        ),
    },
    "draw.io": {
        "x.drawio boxes": lambda n: _lines(
            "<mxGraphModel><root>", _drawing_cell, n, "</root></mxGraphModel>"
        ),
        "x.drawio containers": lambda n: _lines(
            "<mxGraphModel><root>",
            lambda at: f'<mxCell id="c{at}" value="C{at}" vertex="1" parent="c{max(at - 1, 0)}"/>',
            n,
            "</root></mxGraphModel>",
        ),
        "x.drawio open tags": lambda n: b"<mxGraphModel>" + b"<root>" * n,
        "x.drawio label": lambda n: (
            b'<mxGraphModel><root><mxCell id="1" vertex="1" value="'
            + b"&lt;b&gt;a" * n
            + b'"/></root></mxGraphModel>'
        ),
        "x.drawio lines without ends": lambda n: _lines(
            "<mxGraphModel><root>",
            lambda at: f'<mxCell id="e{at}" edge="1" source="n{at}" parent="1"/>',
            n,
            "</root></mxGraphModel>",
        ),
        "x.drawio one line": lambda n: (
            b"<mxGraphModel><root>"
            + "".join(map(_drawing_cell, range(n))).encode()
            + b"</root></mxGraphModel>"
        ),
        "x.drawio pages": lambda n: (
            b"<mxfile>" + b"<diagram><mxGraphModel/></diagram>" * n + b"</mxfile>"
        ),
    },
    "ruled table": {
        "x.md table": lambda n: _lines(
            "| id | name | manager |\n|---|---|---|",
            lambda at: f"| {at} | N{at} Li | {_above(at)} |",
            n,
        ),
        "x.txt table of MySQL": lambda n: _lines(
            "+----+------+\n| id | name |\n+----+------+",
            lambda at: f"| {at} | N{at} |",
            n,
            "+----+------+",
        ),
        "x.txt dashes": lambda n: b"a | b\n" + b"-" * n + b"+" + b"-" * n,
        "x.txt bars": lambda n: b"|" * n + b"\n" + b"-|" * n,
    },
    "text tree": {
        "x.txt tree": lambda n: _lines(
            "A", lambda at: "│   " * _depth(at) + f"├── N{at} Li  Job", n
        ),
        "x.txt bars of a tree": lambda n: b"A\n" + "│   ".encode() * n + "├── B".encode(),
    },
    "outline": {
        "x.md list": lambda n: _lines("", lambda at: "  " * _depth(at) + f"- N{at} Li, Job", n),
        "x.md headings": lambda n: _lines(
            "", lambda at: "#" * (_depth(at, 5) + 1) + f" N{at} Li", n
        ),
        "x.txt indented": lambda n: _lines(
            "A", lambda at: "  " * (_depth(at) + 1) + f"N{at} Li", n
        ),
        "x.md paragraphs": lambda n: _lines("- A", lambda at: f"\ntext {at}", n),
        "x.md emphasis": lambda n: b"- A\n- " + b"**a" * n,
        "x.md links": lambda n: b"- A\n- " + b"[a](" * n,
        "x.md code": lambda n: b"- A\n- " + b"`" * n + b"a",
        "x.md lines of one item": lambda n: _lines("- A\n- B", lambda at: f"  more {at}", n),
        "x.md signs behind a heading": lambda n: b"# A\n# B " + b"# " * n + b"x",
        "x.md fences": lambda n: _lines("- A", lambda at: "```", n),
        "x.md spaces": lambda n: b"- A\n" + b" " * n + b"- B",
    },
    "Backstage catalog": {
        "x.yaml users": lambda n: _lines("", _backstage, n),
        "x.yaml groups": lambda n: _lines("", _groups, n),
        "x.yaml children with parents": lambda n: _lines(
            "apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: g}\nspec: "
            f"{{type: team, children: [{', '.join(f'g{at}' for at in range(n))}]}}",
            lambda at: (
                "---\napiVersion: backstage.io/v1alpha1\nkind: Group\n"
                f"metadata: {{name: g{at}}}\nspec: {{type: team, parent: g, children: []}}"
            ),
            n,
        ),
        "x.yaml children": lambda n: _lines(
            "apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: g}\n"
            "spec:\n  type: team\n  children:",
            lambda at: f"  - g{at}",
            n,
        ),
    },
}
"""Format -> generators of bytes by the name of a file and what is large in it."""
