"""What `orgcli validate` takes besides the files it reads, and how its command line is parsed."""

from dataclasses import dataclass
from typing import Annotated, Any

from orgcli.cli.options import Command
from orgcli.model.request.flag import Flag

LEVELS = ("error", "warning", "info")
FAIL_ON = (*LEVELS, "never")
_VALUE_MAY_FOLLOW = ("--add-ignore", "--write-baseline")
_RULES = "orgcli.cli.completion:complete_rules"
_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidateRequest:
    """Which rules are run, which findings count, and what is done with them."""

    only_files: Annotated[_Words | None, Flag("Read all, report only on these.", "F...")] = None
    exclude: Annotated[_Words, Flag("What to leave out of folders.", "GLOB")] = ()
    select: Annotated[_Words, Flag("Only these rules.", "CODES", complete=_RULES)] = ()
    extend_select: Annotated[
        _Words, Flag("These rules besides those that are on.", "CODES", complete=_RULES)
    ] = ()
    ignore: Annotated[_Words, Flag("Not these rules.", "CODES", complete=_RULES)] = ()
    severity: Annotated[
        _Words,
        Flag(
            "error, warning, info or off.",
            "CODE=LEVEL",
            complete="orgcli.cli.completion:complete_severity",
        ),
    ] = ()
    no_suppressions: Annotated[bool, Flag("As if there were no comments to orgcli.")] = False
    add_ignore: Annotated[str | None, Flag("Write comments that silence.", "[=REASON]")] = None
    baseline: Annotated[str | None, Flag("Findings that are known already.", "FILE")] = None
    write_baseline: Annotated[str | None, Flag("Make the baseline of this run.", "[=FILE]")] = None
    fix: Annotated[bool, Flag("Mend what one exact edit mends: typos, missing quotes.")] = False
    diff: Annotated[bool, Flag("Show what --fix would change, and change nothing.")] = False
    format: Annotated[
        _Words,
        Flag(
            "{choices}.",
            "FORMAT[:FILE]",
            short="-f",
            choices="orgcli.report.formats:FORMATS",
            open=True,
        ),
    ] = ()
    max_findings: Annotated[int, Flag("For people; 0 shows all.", "N", minimum=0)] = 200
    statistics: Annotated[bool, Flag("How many findings of each rule, instead of them.")] = False
    show_suppressed: Annotated[bool, Flag("Also what comments and the baseline silence.")] = False
    color: Annotated[str, Flag("{choices}.", "WHEN", choices="orgcli.cli.options:COLORS")] = "auto"
    quiet: Annotated[bool, Flag("Findings only.", short="-q")] = False
    silent: Annotated[bool, Flag("Exit code only.", short="-s")] = False
    fail_on: Annotated[str | None, Flag("{choices}.", "LEVEL", choices=f"{__name__}:FAIL_ON")] = (
        None
    )
    allow_empty: Annotated[bool, Flag("Nothing to read is fine, not exit code 3.")] = False
    show_settings: Annotated[bool, Flag("What holds for this run; nothing is checked.")] = False


class ValidateCommand(Command):
    """Takes `--only-files A B C`, and options whose value may be left out."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Spell the arguments as the parser takes them."""
        spelt: list[str] = []
        taking = False
        for at, word in enumerate(args):
            if word == "--":
                return super().parse_args(ctx, spelt + args[at:])
            if taking and (word == "-" or not word.startswith("-")):
                spelt.append(f"--only-files={word}")
                continue
            taking = word == "--only-files"
            if taking:
                spelt.append("--only-files=")  # without any name behind it: no file at all
            else:
                spelt.append(f"{word}=" if word in _VALUE_MAY_FOLLOW else word)
        return super().parse_args(ctx, spelt)
