"""The flags of `orgcli validate`, each with its help, and how its command line is taken apart."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from orgcli.cli.completion import (
    complete_fail_on,
    complete_format,
    complete_rules,
    complete_severity,
)

_VALUE_MAY_FOLLOW = ("--add-ignore", "--write-baseline")

OnlyFiles = Annotated[
    list[str] | None,
    typer.Option("--only-files", metavar="F...", help="Read all, report only on these."),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option("--exclude", metavar="GLOB", help="What to leave out of folders."),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select", metavar="CODES", help="Only these rules.", autocompletion=complete_rules
    ),
]
ExtendSelect = Annotated[
    list[str] | None,
    typer.Option(
        "--extend-select",
        metavar="CODES",
        help="These rules besides those that are on.",
        autocompletion=complete_rules,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore", metavar="CODES", help="Not these rules.", autocompletion=complete_rules
    ),
]
Severity = Annotated[
    list[str] | None,
    typer.Option(
        "--severity",
        metavar="CODE=LEVEL",
        help="error, warning, info or off.",
        autocompletion=complete_severity,
    ),
]
NoSuppressions = Annotated[
    bool, typer.Option("--no-suppressions", help="As if there were no comments to orgcli.")
]
AddIgnore = Annotated[
    str | None,
    typer.Option("--add-ignore", metavar="[=REASON]", help="Write comments that silence."),
]
Baseline = Annotated[
    str | None, typer.Option("--baseline", metavar="FILE", help="Findings that are known already.")
]
WriteBaseline = Annotated[
    str | None,
    typer.Option("--write-baseline", metavar="[=FILE]", help="Make the baseline of this run."),
]
Fix = Annotated[
    bool, typer.Option("--fix", help="Mend what one exact edit mends: typos, missing quotes.")
]
Diff = Annotated[
    bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT[:FILE]",
        help="concise, full, json, github, gitlab, junit, sarif, rdjson or markdown.",
        autocompletion=complete_format,
    ),
]
MaxFindings = Annotated[
    int, typer.Option("--max-findings", min=0, metavar="N", help="For people; 0 shows all.")
]
Statistics = Annotated[
    bool, typer.Option("--statistics", help="How many findings of each rule, instead of them.")
]
ShowSuppressed = Annotated[
    bool,
    typer.Option("--show-suppressed", help="Also what comments and the baseline silence."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Findings only.")]
Silent = Annotated[bool, typer.Option("--silent", "-s", help="Exit code only.")]
FailOn = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="LEVEL",
        help="error, warning, info or never.",
        autocompletion=complete_fail_on,
    ),
]
AllowEmpty = Annotated[
    bool, typer.Option("--allow-empty", help="Nothing to read is fine, not exit code 3.")
]
ShowSettings = Annotated[
    bool, typer.Option("--show-settings", help="What holds for this run; nothing is checked.")
]


class ValidateCommand(TyperCommand):
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
