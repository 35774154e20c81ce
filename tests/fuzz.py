"""Organisations, roles and tables mutated at random: never a traceback, a hang, a wrong place.

    python tests/fuzz.py [--seconds 600] [--seed 1] [--keep FOLDER]      `make fuzz`

Each round takes a file of the project, mutates it by bytes, lines, words, keys or references, and
runs `validate` on it in this process. What breaks a promise is written to a folder and named.
"""

import argparse
import json
import random
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import FrameType

from typer.testing import CliRunner

from orgcli.check.registry import RULES
from orgcli.check.rule import example_files
from orgcli.check.run import check
from orgcli.cli.app import app
from orgcli.mend.edits import edited, edits_of
from orgcli.mend.new_comments import ignoring
from orgcli.model.findings.finding import Place, Verdict
from orgcli.model.project import Project
from orgcli.model.settings import Settings
from orgcli.model.source.notation import Notation, notation
from orgcli.model.source.source import Source
from orgcli.model.source.spelling import spells
from orgcli.read.entries import TableOptions
from orgcli.read.organisation.files import Files
from orgcli.read.organisation.project import read_project
from orgcli.read.syntax.suppression_comments import inside_scalar
from orgcli.read.syntax.yaml import load_yaml
from orgcli.report.formats import FORMATS
from orgcli.report.rendering import Rendering

ROOT = Path(__file__).resolve().parents[1]
SLOWEST = 20
"""Seconds after which a round on a few kilobytes is a hang."""
COMMAND_EVERY = 10
"""Rounds of which one runs the command line as well."""
_SEEDS = ("tests/cases/*/*.yaml", "tests/cases/*/*.csv", "examples/**/*.yaml", "examples/**/*.csv",
          "tests/read/drawings/*", "tests/read/structure/*",
          "tests/read/table/*.csv", "tests/read/organogram/*.csv",
          "tests/cases/spreadsheet*/*.*", "tests/cases/encodings/*.csv", "roles/sv/*.yaml",
          "roles/cro.yaml")  # fmt: skip
_PIECES = (
    b"", b"\n", b"\r\n", b"\r", b" ", b"\t", b":", b": ", b"- ", b"#", b"[", b"]", b"{", b"}", b"|",
    b">", b"&a ", b"*a", b"<<: *a", b"!!int ", b"'", b'"', b"\\", b"\0", b"\x1b[31m", b"\xff",
    b"\xef\xbb\xbf", "\u2028\u202eÅ漢😀".encode(), b"---\n", b"...\n", b"%", b"::error::x",
    b"##[x]",
    b"null", b"~", b"NO", b"007", b"1:30", b"1e999", b"9" * 400, b"a" * 3000, b"=1+1", b",", b";;",
    b"# orgcli: ignore[ORG102] x", b"# orgcli: disable[ALL]", b"# orgcli:", b"reports_to: ", b"XX",
    b"id: ", b"reports:", b"include: [../*]", b"Eliminated", b"Vacant", b"0", b"organisation: x\n",
)  # fmt: skip
Mutation = Callable[[bytes, random.Random], bytes]


def seeds() -> list[tuple[str, bytes]]:
    """The files to begin with, each with its name."""
    paths = [path for glob in _SEEDS for path in sorted(ROOT.glob(glob)) if path.is_file()]
    found = [(path.name, path.read_bytes()) for path in paths]
    for rule in RULES.values():
        for example in (rule.bad, rule.good):
            found += [
                (Path(name).name, text.encode("utf-8", "surrogateescape"))
                for name, text in example_files(example).items()
                if name.endswith(".yaml")
            ]
    return [(name, raw) for name, raw in found if len(raw) < 20_000]


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


MUTATIONS: Sequence[Mutation] = (_bytes, _piece, _piece, _lines, _words, _words, _cut, _repeat)


def mutants(seed: int) -> Iterator[tuple[str, bytes, TableOptions]]:
    """Files without end: the same for the same seed."""
    r = random.Random(seed)
    known = seeds()
    while True:
        name, raw = r.choice(known)
        for _ in range(r.choice((1, 1, 2, 4, 9))):
            raw = r.choice(MUTATIONS)(raw, r)
        if r.random() < 0.05:
            name = r.choice(("x.csv", "x.json", "x.yaml", "x.tsv", "x"))
        source = "uk-organogram" if name.endswith("csv") and r.random() < 0.5 else None
        yield name, raw[:200_000], TableOptions(source=source)


@contextmanager
def time_limit(seconds: int) -> Iterator[None]:
    """Raise TimeoutError where something takes longer."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"more than {seconds} s")

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)


def broken_promise(path: Path, options: TableOptions) -> str:
    """What a file makes orgcli do that it promises not to; nothing where all is well."""
    try:
        with time_limit(SLOWEST):
            project = read_project([path], Files(options))
            verdict = check(project, Settings())
            return (
                _wrong_places(verdict, project)
                or _wrong_comments(verdict, project)
                or _wrong_documents(verdict, project)
            )
    except Exception:  # noqa: BLE001  (any of them is what is looked for)
        return traceback.format_exc()


def _wrong_places(verdict: Verdict, project: Project) -> str:
    for finding in verdict.findings:
        for place in (finding.place, *(one.place for one in finding.related)):
            source = project.sources.get(place.file)
            if source is not None and not _is_inside(place, source.text):
                return f"{finding.code} is not in the file: {place!r}"
        if finding.fix:
            source = project.sources[finding.place.file]
            start, end = source.span(finding.place)
            if not spells(source.text[start:end], finding.fix.old, notation(source)):
                return f"the fix of {finding} is not what stands there"
            after = edited(source.text, edits_of([finding], source))
            if (after[:start], after[len(after) - len(source.text) + end :]) != (
                source.text[:start], source.text[end:],
            ):  # fmt: skip
                return f"the fix of {finding} changes more than its span"
    return ""


def _wrong_comments(verdict: Verdict, project: Project) -> str:
    """Whether comments that `--add-ignore` would write change a value of the file."""
    for source in project.sources.values():
        document = load_yaml(source)[0] if notation(source) is Notation.YAML else None
        if document is None:
            continue
        found = [one for one in verdict.findings if one.place.file == source.path]
        edits, _ = ignoring(found, source, "x", partial(inside_scalar, document))
        after, _ = load_yaml(Source(source.path, edited(source.text, edits)))
        if after is None or after.root != document.root:
            return f"comments change what {source.path} says: {edits}"
    return ""


def _is_inside(place: Place, text: str) -> bool:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for line, column in ((place.line, place.column), (place.end_line, place.end_column)):
        if not (1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 2):
            return False
    return (place.line, place.column) <= (place.end_line, place.end_column)


def _wrong_documents(verdict: Verdict, project: Project) -> str:
    how = Rendering(project.sources)
    for name, render in FORMATS.items():
        text = render(verdict, how)
        text.encode("utf-8")
        if name in ("json", "sarif", "gitlab", "rdjson"):
            json.loads(text)
        if any(one in text for one in ("\x1b", "\0", "\u202e")):
            return f"{name} lets a control character through"
    found = json.loads(FORMATS["json"](verdict, how))
    levels = [one["level"] for one in found["findings"] if not one["suppressed"]]
    for level in ("error", "warning", "info"):
        if found["summary"][level] != levels.count(level):
            return f"the summary counts {found['summary'][level]} of {level}"
    again = check(project, Settings())
    if replace(again, notes=()) != replace(verdict, notes=()):
        return "the second verdict is another one"
    return ""


def wrong_exit_code(path: Path, options: TableOptions) -> str:
    """Whether the command line's exit code is not that of the findings it prints."""
    words = ["validate", "--isolated", "--format", "json", str(path)]
    words += ["--from", options.source] if options.source else []
    done = CliRunner().invoke(app, words)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        return "".join(traceback.format_exception(done.exception))
    if done.exit_code == 2 and options.source and done.stderr:
        return ""  # a table of junior posts alone is no organogram
    errors = json.loads(done.stdout)["summary"]["error"]
    return "" if done.exit_code == (errors > 0) else f"exit code {done.exit_code}, {errors} errors"


def run(seed: int, seconds: float, most: int, keep: Path | None) -> int:
    """Try mutants until the time is up; the number of broken promises."""
    broken = tried = 0
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        for name, raw, options in mutants(seed):
            if tried >= most or time.monotonic() > end:
                break
            tried += 1
            path = Path(folder, name)
            path.write_bytes(raw)
            promise = broken_promise(path, options)
            if not promise and tried % COMMAND_EVERY == 0:
                promise = wrong_exit_code(path, options)
            path.unlink()
            if promise:
                broken += 1
                if keep:
                    keep.mkdir(parents=True, exist_ok=True)
                    (keep / f"{seed}-{tried}-{name}").write_bytes(raw)
                print(f"round {tried}: {name} {options}\n{promise}", file=sys.stderr)
    print(f"seed {seed}: {tried:,} files, {broken} broken promises")
    return broken


def main() -> int:
    """Read the arguments, run, and say with the exit code whether every promise was kept."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--rounds", type=int, default=sys.maxsize)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--keep", type=Path, default=None)
    told = parser.parse_args()
    return int(run(told.seed, told.seconds, told.rounds, told.keep) > 0)


if __name__ == "__main__":
    sys.exit(main())
