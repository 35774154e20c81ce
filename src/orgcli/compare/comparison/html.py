"""The comparison as one self-contained page that a screen reader and a phone can read."""

from collections.abc import Iterator
from itertools import chain

from orgcli.compare.comparison.comparison import Common, Comparison, Group, Mark, Said
from orgcli.compare.comparison.row_packing import packed
from orgcli.compare.parts import phrases
from orgcli.compare.parts.html import (
    disputes,
    origins_list,
    section,
    sentence,
    to_dispute,
    to_work,
)
from orgcli.compare.parts.statement_lines import Marks
from orgcli.render.html import document, text
from orgcli.render.view import Page


def html(comparison: Comparison, page: Page) -> str:
    """A table of roles by facets, then what is in common, the disputes, the works, the signs."""
    marks = Marks(comparison, page)
    says = marks.says
    title = " · ".join(column.short for column in comparison.columns)
    parts = chain(
        ["<main>", f"<h1>{text(title)}</h1>"],
        _table(comparison, marks),
        section(says.in_common, [_common(one, comparison, marks) for one in comparison.common]),
        section(says.disputes, disputes(comparison, marks)),
        ["</main>"],
        _foot(comparison, marks),
    )
    return document(title, page.words.tag, "\n".join(parts))


def _table(comparison: Comparison, marks: Marks) -> Iterator[str]:
    yield '<table role="table">\n<thead role="rowgroup">\n<tr role="row"><td role="cell"></td>'
    for column in comparison.columns:
        below = [column.title] if column.title != column.short else []
        spans = "".join(f"<span>{text(one)}</span>" for one in (*below, *phrases.origins(column)))
        yield f'<th scope="col" role="columnheader">{text(column.short)}{spans}</th>'
    yield "</tr>\n</thead>"
    for group in comparison.groups:
        yield '<tbody role="rowgroup">'
        for number, cells in enumerate(_lines(group, comparison, marks)):
            head = '<td role="cell"></td>'
            if number == 0:
                head = f'<th scope="row" role="rowheader">{text(group.label)}</th>'
            yield f'<tr role="row">{head}{cells}</tr>'
        yield "</tbody>"
    yield "</table>"


def _lines(group: Group, comparison: Comparison, marks: Marks) -> Iterator[str]:
    """The cells of each line; one line at least, for what is not stated."""
    lines = list(packed(group)) or [((),) * len(comparison.columns)]
    for number, cells in enumerate(lines):
        yield "".join(
            _cell(cell, at, group, comparison, marks, number == 0) for at, cell in enumerate(cells)
        )


def _cell(
    cell: tuple[Said, ...], at: int, group: Group, comparison: Comparison, marks: Marks, first: bool
) -> str:
    items = [
        f'<li class="{said.mark}">{_sign(said.mark, marks)}{sentence(said, marks)}</li>'
        for said in cell
    ]
    if first and at in group.silent:
        items.append(f'<li class="quiet">{text(marks.says.not_stated)}</li>')
    elif first and group.hidden[at] and not any(row.cells[at] for row in group.rows):
        hidden = marks.says.hidden.format(count=group.hidden[at])
        items.append(f'<li class="quiet">{text(hidden)}</li>')
    if first and at in group.otherwise:
        items.append(f'<li class="quiet">{text(marks.says.otherwise)}</li>')
    if not items:
        return '<td role="cell"></td>'
    role = text(comparison.columns[at].short)
    return f'<td role="cell" data-role="{role}"><ul>{"".join(items)}</ul></td>'


def _sign(mark: Mark, marks: Marks) -> str:
    meaning = phrases.legend(marks.says)[mark]
    return (
        f'<span class="sign {mark}" aria-hidden="true">{phrases.SIGNS[mark]}</span>'
        f'<span class="hidden">{text(meaning)}: </span>'
    )


def _common(common: Common, comparison: Comparison, marks: Marks) -> str:
    voices = []
    for voice in common.voices:
        parts = [text(comparison.columns[voice.column].short)]
        for works, hedge in voice.by_hedge if marks.shown else ():
            parts.extend(to_work(work, marks) for work in works)
            parts.extend([f'<span class="hedge">({text(hedge)})</span>'] if hedge else [])
        voices.append(" ".join(parts))
    keys = "".join(f" {to_dispute(key, marks)}" for key in common.disputes)
    sign = _sign(Mark.SHARED, marks)
    return f"<p>{sign}{text(common.label)}: {', '.join(voices)}{keys}</p>"


def _foot(comparison: Comparison, marks: Marks) -> Iterator[str]:
    yield "<footer>"
    legend = phrases.legend(marks.says)
    signs = (
        f'<span class="sign {mark}" aria-hidden="true">{phrases.SIGNS[mark]}</span> {text(meaning)}'
        for mark, meaning in legend.items()
    )
    yield f"<p>{' &nbsp; '.join(signs)}</p>"
    if any(group.silent for group in comparison.groups):
        yield f"<p>{text(marks.says.not_stated)}: {text(marks.says.not_stated_means)}</p>"
    if marks.shown and comparison.works:
        yield origins_list(comparison.works, marks)
    yield f"<p>{text(phrases.numbers(comparison, marks.says))}</p>\n</footer>"
