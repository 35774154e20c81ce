"""The comparison as a Markdown table (GFM), with everything users wrote escaped."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from orgcli.compare import words
from orgcli.compare.comparison import Column, Common, Comparison, Group, Mark, Row, Said
from orgcli.compare.statement import Marks
from orgcli.page.page import Page
from orgcli.page.wrap import one_line

# A backslash keeps these from being markup; HTML characters and what a host turns into links,
# mentions and emoji need entities, because a backslash does not stop those.
_MARKUP = re.compile(r"[\\`*_{}\[\]()#+\-!|~$^=]")
_ENTITY = re.compile(r"[&<>@]|:(?=\S)|(?<=www)\.", re.IGNORECASE)
_NUMBERED = re.compile(r"^([0-9]+)([.)])")
_PLAIN_INSIDE = re.compile(r"(?<=[^\W_])\\([\-+=])(?=[^\W_])|\\([()])")


def markdown(comparison: Comparison, page: Page) -> str:
    """A heading, one table, and lists of what is in common and disputed, of works and signs."""
    marks = Marks(comparison, page)
    says = marks.says
    shorts = [escaped(column.short) for column in comparison.columns]
    blocks = [
        f"# {', '.join(shorts)}",
        "\n".join(_table(comparison, marks)),
        _section(says.in_common, [_common(one, comparison, marks) for one in comparison.common]),
        _section(says.disputes, list(_disputes(comparison, marks))),
        "\n".join(_foot(comparison, marks)),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def escaped(text: str) -> str:
    """User text on one line in which Markdown, HTML and their hosts find nothing to obey."""
    plain = _MARKUP.sub(r"\\\g<0>", one_line(text))
    plain = _ENTITY.sub(lambda match: f"&#{ord(match.group())};", plain)
    plain = _NUMBERED.sub(r"\1\\\2", plain)
    return _PLAIN_INSIDE.sub(lambda match: match.group(1) or match.group(2), plain)


def _table(comparison: Comparison, marks: Marks) -> Iterator[str]:
    yield _line(["", *(_name(column) for column in comparison.columns)])
    yield _line(["---"] * (len(comparison.columns) + 1))
    for group in comparison.groups:
        for number, cells in enumerate(_packed(group)):
            label = f"**{escaped(group.label)}**" if number == 0 else ""
            shown = ["<br>".join(_statement(said, marks) for said in cell) for cell in cells]
            if number == 0:
                shown = [
                    text or _instead(group, column, marks) for column, text in enumerate(shown)
                ]
                for column in group.otherwise:
                    shown[column] += f"<br>*{escaped(marks.says.otherwise)}*"
            yield _line([label, *shown])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _name(column: Column) -> str:
    title = [column.title] if column.title != column.short else []
    below = (escaped(one) for one in (*title, *words.origins(column)))
    return "<br>".join([f"**{escaped(column.short)}**", *below])


def _packed(group: Group) -> Iterator[Sequence[tuple[Said, ...]]]:
    """Cells line by line; what is said in one column only takes the cells that are free."""
    alone: list[deque[tuple[Said, ...]]] = [deque() for _ in group.hidden]
    together: list[Row] = []
    for row in group.rows:
        if len(row.columns) > 1:
            together.append(row)
        else:
            alone[row.columns[0]].append(row.cells[row.columns[0]])
    for row in together:
        yield [
            cell or (waiting.popleft() if waiting else ())
            for cell, waiting in zip(row.cells, alone, strict=True)
        ]
    yield from zip_longest(*alone, fillvalue=())


def _instead(group: Group, column: int, marks: Marks) -> str:
    if column in group.silent:
        return f"*{marks.says.not_stated}*"
    if not _left_out(group, column):
        return ""
    return f"*{marks.says.hidden.format(count=group.hidden[column])}*"


def _left_out(group: Group, number: int) -> bool:
    return bool(group.hidden[number]) and not any(row.cells[number] for row in group.rows)


def _statement(said: Said, marks: Marks) -> str:
    parts = [f"{words.SIGNS[said.mark]} {escaped(said.text)}"]
    if said.qualifier:
        parts.append(f"({escaped(said.qualifier)})")
    if said.language:
        parts.append(f"\\[{escaped(said.language)}\\]")
    if marks.shown and said.works:
        parts.append(f"**{escaped(marks.line(said.works))}**")
    if said.statement.dispute:
        parts.append(f"*{escaped(said.statement.dispute)}*")
    return " ".join(parts)


def _section(title: str, items: Sequence[str]) -> str:
    return "\n".join([f"## {title}", "", *(f"- {item}" for item in items)]) if items else ""


def _common(common: Common, comparison: Comparison, marks: Marks) -> str:
    voices = []
    for voice in common.voices:
        parts = [escaped(comparison.columns[voice.column].short)]
        for works, hedge in voice.by_hedge if marks.shown else ():
            parts.append(f"**{escaped(marks.line(works))}**")
            parts.extend([f"({escaped(hedge)})"] if hedge else [])
        voices.append(" ".join(parts))
    disputes = f" *{escaped(' '.join(common.disputes))}*" if common.disputes else ""
    sign = words.SIGNS[Mark.SHARED]
    return f"{sign} {escaped(common.label)}: {', '.join(voices)}{disputes}"


def _disputes(comparison: Comparison, marks: Marks) -> Iterator[str]:
    for dispute in comparison.disputes:
        lines = [f"*{escaped(dispute.key)}* {escaped(dispute.question)}"]
        for side in dispute.sides if comparison.full else ():
            cited = escaped(marks.line(side.sources)) if marks.shown else ""
            lines.append(f"  - {escaped(side.text)}" + (f" **{cited}**" if cited else ""))
        if comparison.full and dispute.reading:
            lines.append(f"  - *{escaped(dispute.reading)}*")
        yield "\n".join(lines)


def _foot(comparison: Comparison, marks: Marks) -> Iterator[str]:
    """Sentences; the line ends between them are spaces once rendered."""
    legend = words.legend(marks.says)
    signs = ", ".join(f"{words.SIGNS[mark]} {meaning}" for mark, meaning in legend.items())
    yield f"{signs}."
    if any(group.silent for group in comparison.groups):
        yield f"*{marks.says.not_stated}*: {marks.says.not_stated_means}."
    if marks.shown and comparison.works:
        works = (
            f"**{escaped(marks.line([work.key]))}** {escaped(words.work_name(work))}"
            for work in comparison.works
        )
        yield f"{', '.join(works)}."
    yield f"{words.numbers(comparison, marks.says)}."
