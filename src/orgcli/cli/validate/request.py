"""What `orgcli validate` takes besides the files it reads, and how its command line is parsed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from orgcli.cli.options import Colors
from orgcli.model.request.flag import Flag

LEVELS = ("error", "warning", "info")
FAIL_ON = (*LEVELS, "never")
_VALUE_MAY_FOLLOW = ("--add-ignore", "--write-baseline")
_RULES = "orgcli.cli.arguments.completion:complete_rules"
_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ValidateRequest:
    """Which rules are run, which findings count, and what is done with them."""

    only_files: Annotated[
        _Words | None, Flag("Report findings only in these files; read all.", "F...")
    ] = None
    exclude: Annotated[_Words, Flag("Skip matching files in folders.", "GLOB")] = ()
    select: Annotated[_Words, Flag("Run only these rules.", "CODES", complete=_RULES)] = ()
    extend_select: Annotated[_Words, Flag("Also run these rules.", "CODES", complete=_RULES)] = ()
    ignore: Annotated[_Words, Flag("Skip these rules.", "CODES", complete=_RULES)] = ()
    severity: Annotated[
        _Words,
        Flag(
            "Set the level of a rule: error, warning, info or off.",
            "CODE=LEVEL",
            complete="orgcli.cli.arguments.completion:complete_severity",
        ),
    ] = ()
    no_suppressions: Annotated[bool, Flag("Ignore suppression comments.")] = False
    add_ignore: Annotated[
        str | None, Flag("Write a suppression comment for every finding.", "[=REASON]")
    ] = None
    baseline: Annotated[str | None, Flag("Suppress the findings recorded in FILE.", "FILE")] = None
    write_baseline: Annotated[
        str | None, Flag("Record the findings of this run as the baseline.", "[=FILE]")
    ] = None
    fix: Annotated[
        bool, Flag("Correct findings that have an exact fix: typos, missing quotes.")
    ] = False
    diff: Annotated[
        bool, Flag("Show the changes of --fix without making them, also with --fix.")
    ] = False
    format: Annotated[
        _Words,
        Flag(
            "Output format: {choices}. Repeatable.",
            "FORMAT[:FILE]",
            short="-f",
            choices="orgcli.report.formats:FORMATS",
            open=True,
        ),
    ] = ()
    show_columns: Annotated[
        bool, Flag("Show what became of each column of a table, on stderr.", name="columns")
    ] = False
    max_findings: Annotated[
        int,
        Flag("Maximum number of findings shown by full and concise; 0 for all.", "N", minimum=0),
    ] = 200
    statistics: Annotated[
        bool, Flag("Show the number of findings per rule instead of the findings.")
    ] = False
    show_suppressed: Annotated[bool, Flag("Also show suppressed findings.")] = False
    color: Colors = "auto"
    quiet: Annotated[bool, Flag("Print only findings.", short="-q")] = False
    silent: Annotated[bool, Flag("Print nothing; only set the exit code.", short="-s")] = False
    fail_on: Annotated[
        str | None,
        Flag(
            "Lowest level that gives exit code 1: {choices}.",
            "LEVEL",
            choices=f"{__name__}:FAIL_ON",
            open=True,
        ),
    ] = None
    allow_empty: Annotated[bool, Flag("Exit with 0 instead of 3 if there is nothing to read.")] = (
        False
    )
    show_settings: Annotated[bool, Flag("Print the settings of this run and exit.")] = False


def spell_arguments(args: Sequence[str]) -> list[str]:
    """`--only-files A B C` as that flag three times, and flags whose value may be left out."""
    spelt: list[str] = []
    taking = False
    for at, word in enumerate(args):
        if word == "--":
            return [*spelt, *args[at:]]
        if taking and (word == "-" or not word.startswith("-")):
            spelt.append(f"--only-files={word}")
            continue
        taking = word == "--only-files"
        if taking:
            spelt.append("--only-files=")  # without any name behind it: no file at all
        else:
            spelt.append(f"{word}=" if word in _VALUE_MAY_FOLLOW else word)
    return spelt
