"""Inputs of every kind mutated at random: never a traceback, a hang, a wrong place.

    python tests/fuzz.py [--seconds 600] [--seed 1] [--keep FOLDER]      `make fuzz`

Each round takes a file of the project, mutates it by bytes, lines, words, cells, keys or values,
and has orgcli read it in this process, as what it is: an organisation, a table, a configuration, an
answers file. What breaks a promise is written to a folder and named.
"""

import argparse
import faulthandler
import json
import random
import re
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import FrameType

from typer.testing import CliRunner

import command_line  # noqa: F401  (the commands are made once)
from fuzz_inputs import ROOT, Mutant, mutants
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
from orgcli.read.formats import text_format
from orgcli.read.organisation.files import Files
from orgcli.read.organisation.project import read_project
from orgcli.read.syntax.suppression_comments import inside_scalar
from orgcli.read.syntax.yaml import load_yaml
from orgcli.report.formats import FORMATS
from orgcli.report.rendering import Rendering

SLOWEST = 10
"""Seconds after which a round on a few kilobytes is a hang."""
COMMAND_EVERY = 10
"""Rounds of which one runs the command line as well."""
WRITTEN_EVERY = 4
"""Rounds of which one writes the findings in every format."""


@contextmanager
def time_limit(seconds: int) -> Iterator[None]:
    """Raise TimeoutError where something takes longer."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"more than {seconds} s")

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    # A loop in an extension hears no signal: then where it is is printed, and the process ends.
    faulthandler.dump_traceback_later(3 * seconds, exit=True)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()
        signal.alarm(0)


def broken_promise(
    path: Path, options: TableOptions, beside: Sequence[Path] = (), *, is_written: bool = True
) -> str:
    """What a file makes orgcli do that it promises not to; nothing where all is well.

    beside      what it is read with
    is_written  whether the findings are written in every format
    """
    try:
        with time_limit(SLOWEST):
            project = read_project([path, *beside], Files(options))
            verdict = check(project, Settings())
            return (
                _wrong_places(verdict, project)
                or _wrong_comments(verdict, project)
                or (is_written and _wrong_documents(verdict, project))
                or ""
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
        is_yaml = notation(source) is Notation.YAML and text_format(source) is None
        document = load_yaml(source)[0] if is_yaml else None
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
    for name, row in FORMATS.items():
        text = row.write(verdict, how)
        text.encode("utf-8")
        if name in ("json", "sarif", "gitlab", "rdjson"):
            json.loads(text)
        if any(one in text for one in ("\x1b", "\0", "\u202e")):
            return f"{name} lets a control character through"
    found = json.loads(FORMATS["json"].write(verdict, how))
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


PLANNED = ROOT / "examples/startup/org.yaml"
"""The organisation that plans are of."""
_ORGANISATION = "organisation: X\npositions:\n- id: a\n  photo: {}\n- id: b\n  reports_to: aa\n"
_COMMANDS: Mapping[str, Callable[[str, str], list[str]]] = {
    "configuration": lambda path, org: ["validate", "--config", path, org],
    "answers": lambda path, org: ["advise", "--isolated", "--answers", path],
    "baseline": lambda path, org: ["validate", "--isolated", "--baseline", path, org],
    "photo": lambda path, org: ["chart", "--isolated", "-f", "dot", "-o", "-", org],
    "role": lambda path, org: ["role", path],
    "plan": lambda path, org: ["diff", "--isolated", "--plan", path, str(PLANNED)],
}
"""What a file of a kind is given to, beside an organisation, where `validate` does not read it."""
_BESIDE = {"plan": (PLANNED,)}
"""Kinds of files that mean nothing alone -> what they are read with."""
_ORGANISATIONS = frozenset(
    {"organisation", "table", "organogram", "workbook", "records", "directory", "drawing"}
)
"""Kinds of files that are organisations."""
_ALONE = frozenset({"configuration", "answers", "baseline", "photo"})
"""Kinds of files that are no input of `validate`."""


def broken_command(path: Path, kind: str) -> str:
    """Whether a command that is given a file ends otherwise than with findings or with an error."""
    organisation = path.parent / "organisation.yaml"
    organisation.write_text(_ORGANISATION.format(path.name), "utf-8")
    try:
        return _broken_end(_COMMANDS[kind](str(path), str(organisation)))
    finally:
        organisation.unlink()


def _broken_end(words: Sequence[str]) -> str:
    try:
        with time_limit(SLOWEST):
            done = CliRunner().invoke(app, words)
    except TimeoutError:
        return traceback.format_exc()
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        return "".join(traceback.format_exception(done.exception))
    if done.exit_code not in (0, 1, 2, 3):
        return f"exit code {done.exit_code}"
    if done.exit_code == 2 and not done.stderr and not done.stdout:
        return "exit code 2 without a word"
    if "\x1b" in done.stdout + done.stderr or "Traceback" in done.stderr:
        return f"a control character or a traceback: {done.stderr}"
    return ""


_OF_ORGANISATIONS = tuple(
    line.split()
    for line in """\
chart -f tree -o - FILE
chart -f svg -o - --page a4 --color-by department FILE
chart -f html -o - --root ID FILE
chart -f dot -o - --as-of 2026-01-01 --filter title=ID FILE
stats --by department --by tags FILE
stats -f html -o - --as-of 2026-05-05 FILE
show -f json ID FILE
export -f yaml FILE
export -f csv FILE
export -f scim FILE
export -f drawio FILE
export -f xlsx -o OUT.xlsx FILE
export --split branch -o OUT FILE
import -o OUT.yaml FILE
diff -f markdown FILE OTHER
diff -f json OTHER FILE
columns -f json FILE
advise -f json FILE
validate --select ALL --fix FILE
validate --select ALL --diff FILE
move ID --to ID FILE
set ID title=ID FILE
hire ID Ada FILE
leave ID FILE
close ID FILE
rename ID new-id FILE
add --title New --to ID FILE
""".splitlines()
)
"""What may be done with any organisation: FILE is a mutant, each ID a word that is an id in it."""
_WRITTEN_ID = re.compile(rb"(?m)^[ \t-]*id: *(\w[\w-]*)|^(\w+)[,;\t]")


def broken_run(path: Path, one: Mutant, r: random.Random) -> str:
    """Whether a command of any kind ends otherwise than it should with a mutant."""
    ids = [a or b for a, b in _WRITTEN_ID.findall(one.raw)] or [b"ceo"]
    words = [
        word.replace("FILE", str(path))
        .replace("OTHER", str(PLANNED))
        .replace("OUT", str(path.parent / "written" / "out"))
        .replace("ID", r.choice(ids).decode("ascii", "replace"))
        for word in r.choice(_OF_ORGANISATIONS)
    ]
    try:
        return _broken_end([words[0], "--isolated", *words[1:]])
    finally:
        shutil.rmtree(path.parent / "written", ignore_errors=True)


def _promise(path: Path, one: Mutant, number: int) -> str:
    """The promise that a file breaks, "" where all are kept."""
    if one.kind in _ALONE:
        return broken_command(path, one.kind)
    beside, is_written = _BESIDE.get(one.kind, ()), number % WRITTEN_EVERY == 0
    promise = broken_promise(path, one.options, beside, is_written=is_written)
    if not promise and number % COMMAND_EVERY == 0:
        promise = wrong_exit_code(path, one.options)
    if not promise and one.kind in _COMMANDS and number % COMMAND_EVERY == 1:
        promise = broken_command(path, one.kind)
    if not promise and one.kind in _ORGANISATIONS and number % COMMAND_EVERY == 2:
        promise = broken_run(path, one, random.Random(number))
    return promise


def run(seed: int, seconds: float, most: int, keep: Path | None) -> int:
    """Try mutants until the time is up; the number of broken promises."""
    broken, tried = 0, Counter[str]()
    end = time.monotonic() + seconds
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=keep) as folder:  # is still there after a crash
        for number, one in enumerate(mutants(seed), 1):
            if number > most or time.monotonic() > end:
                break
            tried[one.kind] += 1
            path = Path(folder, one.name)
            path.write_bytes(one.raw)
            promise = _promise(path, one, number)
            path.unlink()
            if promise:
                broken += 1
                if keep:
                    (keep / f"{seed}-{number}-{one.name}").write_bytes(one.raw)
                print(f"round {number}: {one.kind} {one.name} {one.options}\n{promise}",
                      file=sys.stderr)  # fmt: skip
    print(f"seed {seed}: {tried.total():,} inputs, {broken} broken promises")
    for kind, count in sorted(tried.items()):
        print(f"  {kind:14}{count:9,}")
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
