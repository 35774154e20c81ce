"""Edits of positions: what is read is what was meant, and every other byte is as it was."""

import os
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgcli.cli.edit.edit_run import edit_of
from orgcli.cli.edit.results import EditedFiles, EditSource
from orgcli.cli.edit.verification import differing
from orgcli.cli.inputs import Inputs, configuration
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.plan import (
    AddStep,
    CloseStep,
    HireStep,
    LeaveStep,
    MoveStep,
    PlanStep,
    RenameStep,
    SetStep,
)
from orgcli.plans.seat_changes import RefusedEdit
from orgcli.plans.seats_after import seats_after
from orgcli.read.organisation.project import read_project

NAMES = ["Ada Okafor", "Åsa Öberg", 'O\'Neil, "Al"', "李 明", "no", "12", "- x", "a: b #c", "*star"]
QUOTES = ["plain", "single", "double"]


class Seat(NamedTuple):
    """A position of a random organisation: its number above, and how it is written."""

    above: int
    title: str
    holders: Sequence[str]
    quote: str
    comment: bool
    style: str


@st.composite
def seats(draw: st.DrawFn) -> list[Seat]:
    count = draw(st.integers(2, 9))
    return [
        Seat(
            draw(st.integers(-1 if at == 0 else 0, max(-1, at - 1))) if at else -1,
            draw(st.sampled_from(NAMES)),
            draw(st.lists(st.sampled_from(NAMES), max_size=2, unique=True)),
            draw(st.sampled_from(QUOTES)),
            draw(st.booleans()),
            draw(st.sampled_from(["block", "block", "flow", "text", "inner"])),
        )
        for at in range(count)
    ]


def quoted(text: str, quote: str) -> str:
    if quote == "single":
        return "'" + text.replace("'", "''") + "'"
    is_plain = re.fullmatch(r"[A-ZÅ][\wåö]+ [A-ZÖ][\wöö]+", text) is not None
    if quote == "plain" and is_plain:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def entry(at: int, seat: Seat, indent: str, nested: bool) -> Iterator[str]:
    """The lines of a position without its reports."""
    comment = "  # kept" if seat.comment else ""
    line = [] if nested or seat.above < 0 else [f"reports_to: p{seat.above}"]
    fields = [f"id: p{at}", f"title: {quoted(seat.title, seat.quote)}"]
    if len(seat.holders) == 1:
        fields.append(f"holder: {quoted(seat.holders[0], seat.quote)}")
    if seat.style == "flow":
        if len(seat.holders) > 1:
            fields.append(
                "holder: [" + ", ".join(quoted(one, "double") for one in seat.holders) + "]"
            )
        yield f"{indent}- {{{', '.join([*fields, *line])}}}{comment}"
        return
    if seat.comment:
        yield f"{indent}# about p{at}"
    for number, field in enumerate([*fields, *line]):
        yield f"{indent}{'  ' if number else '- '}{field}{comment}"
    if len(seat.holders) > 1:
        yield f"{indent}  holder:"
        for one in seat.holders:
            yield f"{indent}    - {quoted(one, seat.quote)}"
    if seat.style == "inner":
        yield f"{indent}  contact: {{email: a@x.org}}{comment}"
        yield f"{indent}  attributes:{comment}"
        yield f"{indent}    cost: 12{comment}"
        yield f"{indent}    note: {quoted(seat.title, seat.quote)}{comment}"
    if seat.style == "text":
        yield f"{indent}  attributes:"
        yield f"{indent}    note: |"
        yield f"{indent}      One line # no comment"
        yield f"{indent}      - nor an item"


def nested_lines(made: Sequence[Seat]) -> Iterator[str]:
    stack = [(0, "  ")]
    below = {at: [no for no, one in enumerate(made) if one.above == at] for at in range(len(made))}
    while stack:
        at, indent = stack.pop()
        seat = made[at]._replace(style="block") if below[at] else made[at]
        yield from entry(at, seat, indent, nested=True)
        if below[at]:
            yield f"{indent}  reports:"
            stack += [(one, indent + "    ") for one in reversed(below[at])]


@st.composite
def files(draw: st.DrawFn) -> dict[str, bytes]:
    """An organisation in one file or two, nested or flat, in any spelling."""
    made = draw(seats())
    nested = draw(st.booleans())
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    mark = b"\xef\xbb\xbf" if draw(st.booleans()) else b""
    parts: dict[str, list[str]] = {"org.yaml": ["# The organisation", "organisation: N", ""]}
    if nested:
        parts["org.yaml"] += ["positions:", *nested_lines(made)]
    else:
        cut = draw(st.integers(1, len(made))) if draw(st.booleans()) else len(made)
        lines = [list(entry(at, seat, "  ", False)) for at, seat in enumerate(made)]
        parts["org.yaml"] += ["positions:", *(one for part in lines[:cut] for one in part)]
        if cut < len(made):
            parts["org.yaml"].insert(2, "include: more/*.yaml")
            parts["more/rest.yaml"] = ["positions:", *(one for part in lines[cut:] for one in part)]
    # A block text that ends a file without a line end has none itself, which no move keeps.
    end = newline if any(one.style == "text" for one in made) or draw(st.booleans()) else ""
    tail = ["# The end"] if draw(st.booleans()) else []
    return {
        name: mark + (newline.join([*lines, *tail]) + end).encode() for name, lines in parts.items()
    }


@st.composite
def verbs(draw: st.DrawFn) -> tuple[str, int, int, str]:
    return (
        draw(st.sampled_from(["move", "alone", "set", "unset", "hire", "leave", "close", "rename",
                              "add", "inner", "bare", "holder"])),
        draw(st.integers(0, 8)),
        draw(st.integers(0, 8)),
        draw(st.sampled_from(NAMES)),
    )  # fmt: skip


SETTINGS: Mapping[str, Mapping[str, str]] = {
    "set": {"title": "{}", "location": "{}", "level": "3"},
    "inner": {
        "email": "new@x.org",
        "phone": "123 456",
        "attributes.cost": "{}",
        "attributes.{}": "x",
    },
    "holder": {"holder": "{}"},
}
REMOVALS: Mapping[str, Sequence[str]] = {
    "bare": ("contact.email", "attributes.cost", "attributes.note"),
    "unset": ("title", "department"),
}


def step_of(verb: tuple[str, int, int, str], made: Organisation) -> PlanStep:
    """What a verb means for some positions of it."""
    name, one, other, text = verb
    seat, target = (made.positions[at % len(made.positions)] for at in (one, other))
    if name in SETTINGS:
        pairs = SETTINGS[name].items()
        return SetStep(set=seat.id, fields={k.format(text): v.format(text) for k, v in pairs})
    if name in REMOVALS:
        return SetStep(set=seat.id, fields=dict.fromkeys(REMOVALS[name]))
    match name:
        case "move" | "alone":
            return MoveStep(move=seat.id, to=target.id, alone=name == "alone")
        case "hire":
            return HireStep(hire=seat.id, holder=text, start=date(2027, 3, 1))
        case "leave":
            holder = seat.holder[0] if seat.holder and other % 2 else None
            return LeaveStep(leave=seat.id, holder=holder)
        case "close":
            return CloseStep(close=seat.id, end=date(2027, 12, 31))
        case "rename":
            return RenameStep(rename=seat.id, to=f"new {text}")
        case _:
            return AddStep(add=text, to=target.id, id="new")


def made_in(path: Path, verb: tuple[str, int, int, str], add_column: bool = False) -> EditedFiles:
    (organisation,) = read_project([path]).organisations
    inputs = Inputs(paths=(str(path),), isolated=True)
    source = EditSource(inputs, configuration(inputs), add_column)
    return edit_of(source, step_of(verb, organisation))


def lines_of(raw: bytes) -> list[bytes]:
    return raw.splitlines(keepends=True)


@given(content=files(), verb=verbs())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_was_meant_and_nothing_else(
    content: dict[str, bytes],
    verb: tuple[str, int, int, str],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("edit")
    for name, raw in content.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(raw)
    try:
        made = made_in(folder / "org.yaml", verb)
    except RefusedEdit as error:
        assert "would be read otherwise" not in str(error), error
        return
    finally:
        unchanged = {name: (folder / name).read_bytes() for name in content}
        assert unchanged == content
    (before,), (after,) = made.before.organisations, made.after.organisations
    assert not differing(after, seats_after(before, made.changes))
    for file, raw in made.raw.items():
        old = content[os.path.relpath(file, folder).replace(os.sep, "/")]
        kept_as_it_is(old, raw, verb[0])
        assert verb[0] != "bare" or b"null" not in raw
    shutil.rmtree(folder)


def kept_as_it_is(old: bytes, new: bytes, verb: str) -> None:
    """The mark and the line ends stay, and so do all lines that are not the edit's."""
    assert old.startswith(b"\xef\xbb\xbf") == new.startswith(b"\xef\xbb\xbf")
    assert (b"\r\n" in old) == (b"\r\n" in new)
    assert not re.search(rb"(?<!\r)\n", new) if b"\r\n" in old else b"\r" not in new
    comments = sorted(one.strip() for one in re.findall(rb"# [^\r\n]*", old))
    now = sorted(one.strip() for one in re.findall(rb"# [^\r\n]*", new))
    # Only a field that is taken out takes the comment on its line along.
    taken_out = {"move": 0, "alone": 8, "add": 0, "rename": 0, "close": 0, "set": 0}
    assert len(comments) - len(now) <= taken_out.get(verb, 4 if verb == "bare" else 2)
    if verb not in ("move", "alone"):
        matcher = SequenceMatcher(None, lines_of(old), lines_of(new), autojunk=False)
        changed = sum(tag != "equal" for tag, *_ in matcher.get_opcodes())
        assert changed <= 12
