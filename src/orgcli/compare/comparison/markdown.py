"""The comparison as a Markdown table (GFM), with everything users wrote escaped."""

from collections.abc import Iterator, Sequence

from orgcli.compare.comparison.comparison import Column, Common, Comparison, Group, Mark, Said
from orgcli.compare.comparison.row_packing import packed
from orgcli.compare.parts import phrases
from orgcli.compare.parts.markdown import dispute, named_works, statement
from orgcli.compare.parts.statement_lines import Marks
from orgcli.render.markdown import escaped
from orgcli.render.view import Page


def markdown(comparison: Comparison, page: Page) -> str:
    """A heading, one table, and lists of what is in common and disputed, of works and signs."""
    marks = Marks(comparison, page)
    says = marks.says
    shorts = [escaped(column.short) for column in comparison.columns]
    disputes = [dispute(one, marks, comparison.full) for one in comparison.disputes]
    blocks = [
        f"# {', '.join(shorts)}",
        "\n".join(_table(comparison, marks)),
        _section(says.in_common, [_common(one, comparison, marks) for one in comparison.common]),
        _section(says.disputes, disputes),
        "\n".join(_foot(comparison, marks)),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _table(comparison: Comparison, marks: Marks) -> Iterator[str]:
    yield _line(["", *(_name(column) for column in comparison.columns)])
    yield _line(["---"] * (len(comparison.columns) + 1))
    for group in comparison.groups:
        for number, cells in enumerate(packed(group)):
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
    below = (escaped(one) for one in (*title, *phrases.origins(column)))
    return "<br>".join([f"**{escaped(column.short)}**", *below])


def _instead(group: Group, column: int, marks: Marks) -> str:
    if column in group.silent:
        return f"*{marks.says.not_stated}*"
    if not _left_out(group, column):
        return ""
    return f"*{marks.says.hidden.format(count=group.hidden[column])}*"


def _left_out(group: Group, number: int) -> bool:
    return bool(group.hidden[number]) and not any(row.cells[number] for row in group.rows)


def _statement(said: Said, marks: Marks) -> str:
    return statement(said, marks, phrases.SIGNS[said.mark], "<sub>{}</sub>")


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
    sign = phrases.SIGNS[Mark.SHARED]
    return f"{sign} {escaped(common.label)}: {', '.join(voices)}{disputes}"


def _foot(comparison: Comparison, marks: Marks) -> Iterator[str]:
    """Sentences; the line ends between them are spaces once rendered."""
    legend = phrases.legend(marks.says)
    signs = ", ".join(f"{phrases.SIGNS[mark]} {meaning}" for mark, meaning in legend.items())
    yield f"{signs}."
    if any(group.silent for group in comparison.groups):
        yield f"*{marks.says.not_stated}*: {marks.says.not_stated_means}."
    if marks.shown and comparison.works:
        works = (
            f"**{escaped(marks.line([work.key]))}** {escaped(phrases.work_in_full(work))}"
            for work in comparison.works
        )
        yield "  \n".join(works) + "  " if marks.ids else named_works(comparison.works)
    yield f"{phrases.numbers(comparison, marks.says)}."
