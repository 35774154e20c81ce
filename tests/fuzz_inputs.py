"""What the fuzzer begins with, by kind of input, and how it is mutated."""

import csv
import io
import json
import random
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from orgcli.check.registry import RULES
from orgcli.check.rule import example_files
from orgcli.read.entries import TableOptions

ROOT = Path(__file__).resolve().parents[1]
_MOST_BYTES = 20_000
_LARGEST = 200_000
"""Bytes of a seed, and of what becomes of it."""
_MOST_NESTED = 4_000
"""Signs in a document that may open a list or a mapping."""
_MOST_ANCHORS = 5
_SEEDS = {
    "organisation": ("tests/cases/*/*.yaml", "examples/**/*.yaml"),
    "role": ("roles/sv/*.yaml", "roles/cro.yaml", "tests/cases/*/roles/*.yaml"),
    "plan": ("examples/startup/plans/*.yaml", "tests/cases/plan*/plans/*.yaml"),
    "library": ("roles/library.yaml", "roles/shape.yaml"),
    "table": (
        "tests/cases/*/*.csv", "examples/**/*.csv", "tests/read/table/*.csv",
        "tests/read/structure/*.csv", "tests/cases/encodings/*.csv", "tests/read/table/*/*.csv",
    ),
    "organogram": ("tests/read/organogram/*.csv",),
    "workbook": ("tests/cases/spreadsheet*/*.*",),
    "records": ("tests/read/directories/inputs/*.json*", "tests/read/directories/inputs/*.y*ml"),
    "directory": ("tests/read/directories/inputs/*.ldif", "tests/read/directories/inputs/**/*.md"),
    "drawing": ("tests/read/drawings/*",),
    "answers": ("roles/advice.yaml",),
    "photo": ("tests/cases/photo-faults/photos/*", "examples/**/*.png", "examples/**/*.jpg"),
}  # fmt: skip
"""Kind of input -> the files of the project that are of it."""
_TEXTS = {
    "configuration": (
        "orgcli.toml",
        'language = "sv"\nselect = ["ALL"]\nignore = ["ORG4"]\nfail-on = "warning"\n'
        'exclude = ["old/*"]\nrequired-version = ">=0"\n'
        'roots = ["ceo"]\nformat = ["json"]\nrequire-reason = true\n'
        '[severity]\nORG102 = "info"\n[per-file-ignores]\n"a/*" = ["ORG102"]\n'
        '[chart]\npage = "a4"\ntheme = "dark"\nfields = ["name", "title"]\n'
        'color-by = "department"\n'
        '[[tables]]\nfiles = "*.csv"\nmap = {id = "No"}\nencoding = "cp1252"\nskip = 2\n',
    ),
    "answers": (
        "answers.yaml",
        "channels: several\nproducts: one\nverticals: several\ncompetitors: few\ngrowth: 'yes'\n",
    ),
    "baseline": (
        "known.json",
        '{"version": 1, "findings": [{"code": "ORG102", "file": "org.yaml", "about": "b",'
        ' "count": 2}, {"code": "ORG101", "file": "org.yaml", "about": "a"}]}\n',
    ),
    "photo": ("p.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
}
_PIECES = (
    b"", b"\n", b"\r\n", b"\r", b" ", b"\t", b":", b": ", b"- ", b"#", b"[", b"]", b"{", b"}", b"|",
    b">", b"&a ", b"*a", b"<<: *a", b"!!int ", b"'", b'"', b"\\", b"\0", b"\x1b[31m", b"\xff",
    b"\xef\xbb\xbf", "\u2028\u202eÅ漢😀".encode(), b"---\n", b"...\n", b"%", b"::error::x",
    b"##[x]", b"->", b"-->", b" & ", b"subgraph ", b"dn: ", b"=\xc3\xa9", b"\n# x\n\n", b"<b>",
    b"null", b"~", b"NO", b"007", b"1:30", b"1e999", b"9" * 400, b"a" * 3000, b"=1+1", b",", b";;",
    b"# orgcli: ignore[ORG102] x", b"# orgcli: disable[ALL]", b"# orgcli:", b"reports_to: ", b"XX",
    b"id: ", b"reports:", b"include: [../*]", b"Eliminated", b"Vacant", b"0", b"organisation: x\n",
)  # fmt: skip
_VALUES: Sequence[Any] = (
    None, "", " ", "a", "-1", "0", "007", "1e999", "9" * 400, "NO", "nan", "inf", "true",
    "2024-02-30",
    "31.12.99", "\u202ea", "a\nb", "a; b", "a, b", "<b>", "=1+1", "a" * 3000, [], {}, [[]], [{}],
    {"": ""}, ["a", "b"], {"id": "a"}, "id", "reports_to", "\ud800", "Ada Li (7)", "#aa1177", "ALL",
)  # fmt: skip
"""What stands in the place of a value; JSON that is valid may hold half a character."""
Mutation = Callable[[bytes, random.Random], bytes]


@dataclass(frozen=True, slots=True)
class Seed:
    """A file to begin with: what it is given to orgcli as, its name and its bytes."""

    kind: str
    name: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Mutant:
    """A mutated file, and how it is read where it is a table."""

    kind: str
    name: str
    raw: bytes
    options: TableOptions


def seeds() -> list[Seed]:
    """The files to begin with."""
    found = [
        Seed(kind, path.name, path.read_bytes())
        for kind, globs in _SEEDS.items()
        for glob in globs
        for path in sorted(ROOT.glob(glob))
        if path.is_file()
    ]
    found += [Seed(kind, name, text.encode()) for kind, (name, text) in _TEXTS.items()]
    found += [
        Seed("organisation", Path(name).name, text.encode("utf-8", "surrogateescape"))
        for rule in RULES.values()
        for example in (rule.bad, rule.good)
        for name, text in example_files(example).items()
        if name.endswith(".yaml")
    ]
    return [one for one in found if len(one.raw) < _MOST_BYTES or one.kind == "library"]


def _bytes(raw: bytes, r: random.Random) -> bytes:
    at = r.randrange(len(raw) + 1)
    return raw[:at] + bytes([r.randrange(256)]) * r.choice((1, 1, 3)) + raw[at + r.randrange(4) :]


def _piece(raw: bytes, r: random.Random) -> bytes:
    at = r.randrange(len(raw) + 1)
    return raw[:at] + r.choice(_PIECES) + raw[at + r.choice((0, 0, 1, 5)) :]


def _lines(raw: bytes, r: random.Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    if len(lines) < 2:
        return raw
    one, other = r.randrange(len(lines)), r.randrange(len(lines))
    change = r.randrange(4)
    if change == 0:
        lines[one], lines[other] = lines[other], lines[one]
    elif change == 1:
        lines.insert(one, lines[other])
    elif change == 2:
        del lines[one]
    else:
        lines[one] = b" " * r.randrange(1, 5) + lines[one]
    return b"".join(lines)


def _words(raw: bytes, r: random.Random) -> bytes:
    """A word becomes another word of the file: references to nobody, rings, ids that repeat."""
    words = raw.replace(b",", b" ").replace(b":", b" ").split()
    if not words:
        return raw
    return raw.replace(r.choice(words), r.choice(words), r.choice((1, 1, -1)))


def _cut(raw: bytes, r: random.Random) -> bytes:
    return raw[: r.randrange(len(raw) + 1)]


def _repeat(raw: bytes, r: random.Random) -> bytes:
    lines = raw.splitlines(keepends=True) or [b""]
    at = r.randrange(len(lines))
    return b"".join([*lines[:at], lines[at] * r.choice((2, 70, 500)), *lines[at + 1 :]])


def _containers(root: Any) -> list[Any]:
    """The lists and mappings of a document that hold anything; aliases may lead back to some."""
    found: dict[int, Any] = {}
    todo = [root]
    while todo:
        value = todo.pop()
        if isinstance(value, (list, dict)) and value and id(value) not in found:
            found[id(value)] = value
            todo += value.values() if isinstance(value, dict) else value
    return [*found.values()]


def _in_document(root: Any, r: random.Random) -> None:
    """Change a value, a key or an item of a document."""
    containers = _containers(root)
    if not containers:
        return
    into, other = r.choice(containers), r.choice(containers)
    key = r.choice(list(into) if isinstance(into, dict) else range(len(into)))
    value = r.choice(list(other.values()) if isinstance(other, dict) else other)
    change = r.randrange(6)
    if change == 0:
        into[key] = deepcopy(r.choice(_VALUES))  # a list of them would grow with every mutation
    elif change == 1:
        into[key] = json.loads(json.dumps(value, default=str))  # a copy: no value is inside itself
    elif change == 2:
        into[key] = r.choice(([into[key]], {"a": into[key]}, [into[key]] * 3))
    elif change == 3:
        del into[key]
    elif isinstance(into, list):
        into[key:key] = [json.loads(json.dumps(value, default=str))] * r.choice((1, 3, 60))
    else:
        new = r.choice([*(key for one in containers if isinstance(one, dict) for key in one), "x"])
        into[new] = into.pop(key)


def document(raw: bytes, r: random.Random) -> bytes:
    """The values of a JSON or YAML text mutated, and written as JSON or YAML."""
    if max(map(raw.count, (b"[", b"{", b"- ", b"? "))) > _MOST_NESTED:
        return _words(raw, r)  # PyYAML crashes on what is nested too deeply
    if raw.count(b"&") > _MOST_ANCHORS:
        return _words(raw, r)  # what aliases expand to would fill the memory
    try:
        roots = list(yaml.load_all(raw.decode(), yaml.CBaseLoader))
        for _ in range(r.choice((1, 2, 5))):
            _in_document(roots, r)
        roots = roots or [None]
        if raw[:1] in b"[{" and r.random() < 0.9:
            return b"\n".join(json.dumps(root).encode() for root in roots)
        return yaml.dump_all(roots, sort_keys=False, Dumper=yaml.CSafeDumper).encode()
    except (ValueError, yaml.YAMLError, RecursionError, TypeError):
        return _words(raw, r)


def grid(raw: bytes, r: random.Random) -> bytes:
    """The cells of a CSV text mutated: headings, columns and rows."""
    try:
        rows = list(csv.reader(io.StringIO(raw.decode(), newline="")))
    except (ValueError, csv.Error):
        return _words(raw, r)
    rows = [row for row in rows if row]
    if not rows:
        return raw
    row, column = r.choice(rows), r.randrange(max(map(len, rows)))
    change = r.randrange(6)
    if change == 0:
        row[column:] = [str(r.choice(_VALUES) or "").replace("\ud800", "?")]
    elif change == 1:
        rows = [[*one[:column], *one[column + 1 :]] for one in rows]
    elif change == 2:
        rows = [[*one, *one[column : column + 1]] for one in rows]
    elif change == 3:
        rows.insert(r.randrange(len(rows) + 1), list(row))
    elif change == 4:
        r.shuffle(rows[0])
    else:
        other = r.choice(rows)
        for at in range(min(len(row), len(other))):
            if r.random() < 0.5:
                row[at] = other[at]
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=r.choice(",,,;\t|")).writerows(rows)
    return stream.getvalue().encode()


def archive(raw: bytes, r: random.Random) -> bytes:
    """A part of a zip archive mutated, left out or repeated; other bytes as they are mutated."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            parts = [(name, packed.read(name)) for name in packed.namelist()]
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
        EOFError,
        zlib.error,
    ):
        return _bytes(raw, r)
    if not parts:
        return raw
    at = r.randrange(len(parts))
    name, part = parts[at]
    change = r.randrange(8)
    if change == 0:
        del parts[at]
    elif change == 1:
        parts[at] = (r.choice(parts)[0], part)
    else:
        parts[at] = (name, r.choice(_OF_TEXTS)(part, r))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, part in dict(parts).items():  # a ZipInfo without the time of now
            packed.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


_OF_TEXTS: Sequence[Mutation] = (_bytes, _piece, _piece, _lines, _words, _words, _cut, _repeat)
_OF_DOCUMENTS = (document, document, document, *_OF_TEXTS)
_OF_KINDS: dict[str, Sequence[Mutation]] = {
    **dict.fromkeys(
        ("organisation", "role", "library", "plan", "records", "answers", "baseline"), _OF_DOCUMENTS
    ),
    **dict.fromkeys(("table", "organogram"), (grid, grid, grid, *_OF_TEXTS)),
    "workbook": (archive, archive, archive, _bytes, _cut),
    "photo": (_bytes, _bytes, _cut, _piece),
}


def mutants(seed: int) -> Iterator[Mutant]:
    """Files without end, of each kind as many: the same for the same seed."""
    r = random.Random(seed)
    known: dict[str, list[Seed]] = {}
    for one in seeds():
        known.setdefault(one.kind, []).append(one)
    kinds = list(known)
    while True:
        one = r.choice(known[r.choice(kinds)])
        name, raw = one.name, one.raw
        for _ in range(r.choice((1, 1, 2, 4, 9))):
            # Cut at once: a line that is repeated again and again would fill the memory.
            raw = r.choice(_OF_KINDS.get(one.kind, _OF_TEXTS))(raw, r)[:_LARGEST]
        if r.random() < 0.05 and one.kind in ("organisation", "table", "records", "drawing"):
            name = r.choice(("x.csv", "x.json", "x.yaml", "x.tsv", "x", "x.txt", "x.md"))
        is_organogram = one.kind == "organogram" or (name.endswith("csv") and r.random() < 0.2)
        source = "uk-organogram" if is_organogram else None
        yield Mutant(one.kind, name, raw, TableOptions(source=source))
