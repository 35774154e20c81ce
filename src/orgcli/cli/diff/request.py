"""What `orgcli diff` takes, and how its command line is parsed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from orgcli.cli.options import Colors, Language, OutputFile
from orgcli.model.request.flag import Flag

KEYS = ("seat", "person")
FIELD_SETS = ("title",)
_CHANGES = "orgcli.changes"
_Words = tuple[str, ...]

SIDE_WORDS = Flag(
    "Revisions, files or folders; default: HEAD and the working tree.",
    "[A] [B] [-- PATHS]",
    argument=True,
    complete="orgcli.cli.arguments.completion:complete_revision",
)
"""The words for the sides; `paths` are those until they are chosen."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class DiffRequest:
    """Which sides are compared, how, and what is shown of it."""

    path: Annotated[_Words, Flag("Read only PATH of each side; as PATHS behind --.", "PATH")] = ()
    base: Annotated[
        str | None,
        Flag(
            "Compare with where REV and HEAD part, as a pull request does.",
            "REV",
            complete="orgcli.cli.arguments.completion:complete_revision",
        ),
    ] = None
    since: Annotated[
        date | Literal["today"] | None,
        Flag("Compare with the last commit before DAY: what has changed since then.", "DAY"),
    ] = None
    between: Annotated[
        str | None, Flag("Compare two days of one state: 2027-01-01 2027-07-01.", "DAY DAY")
    ] = None
    as_of: Annotated[
        date | Literal["today"] | None,
        Flag("The day after whose end a seat is closed; default: today.", "DAY"),
    ] = None
    map_b: Annotated[
        _Words, Flag("As --map, for the second side alone. Repeatable.", "FIELD=HEADING")
    ] = ()
    rename: Annotated[_Words, Flag("Take the ids OLD and NEW for one. Repeatable.", "OLD=NEW")] = ()
    no_renames: Annotated[bool, Flag("Compare by id alone.")] = False
    keyed_by: Annotated[
        str | None,
        Flag(
            "Whose ids they are: {choices}; default: what their column is called.",
            "KIND",
            choices=f"{__name__}:KEYS",
        ),
    ] = None
    root: Annotated[str | None, Flag("Show only this position and those below.", "ID")] = None
    only: Annotated[
        _Words | None,
        Flag("Show only these: {choices}.", "KINDS", choices=f"{_CHANGES}.report:ONLY",
             separator=","),
    ] = None  # fmt: skip
    ignore: Annotated[
        _Words,
        Flag(
            "Do not compare FIELD. Repeatable.",
            "FIELD",
            choices=f"{_CHANGES}.seat_values:COMPARED_FIELDS",
        ),
    ] = ()
    fields: Annotated[
        str | None,
        Flag("`title`: name nobody, say seats by titles.", "FIELDS",
             choices=f"{__name__}:FIELD_SETS"),
    ] = None  # fmt: skip
    format: Annotated[
        _Words,
        Flag(
            "Output format: {choices}; default: text. Repeatable.",
            "FORMAT[:FILE]",
            short="-f",
            choices=f"{_CHANGES}.formats:FORMATS",
            open=True,
        ),
    ] = ()
    output: OutputFile = None
    context: Annotated[
        int | None,
        Flag(
            "In pictures, draw changed seats, those above them, and those N lines away.",
            "N",
            minimum=0,
        ),
    ] = None
    exit_code: Annotated[bool, Flag("Exit with 1 if anything shown has changed.")] = False
    lang: Language = None
    color: Colors = "auto"


def spell_arguments(args: Sequence[str]) -> list[str]:
    """`-- A B` as paths, and `--between A B` as one value."""
    spelt: list[str] = []
    rest = iter(args)
    for word in rest:
        if word == "--":
            spelt += [f"--path={path}" for path in rest]
        elif word == "--between":
            days = [day for day in (next(rest, None), next(rest, None)) if day is not None]
            spelt.append(f"--between={' '.join(days)}")
        else:
            spelt.append(word)
    return spelt
