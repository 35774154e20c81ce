"""The comparison as a Markdown table (GFM), with everything users wrote escaped."""

from collections.abc import Iterator, Sequence

from orgcli.compare.comparison.comparison import (
    Agreement,
    Column,
    CommonConcept,
    Comparison,
    Wording,
)
from orgcli.compare.comparison.row_packing import pack_rows
from orgcli.compare.parts import phrases
from orgcli.compare.parts.citations import Citations
from orgcli.compare.parts.foot import comparison_foot
from orgcli.compare.parts.markdown import dispute, foot, section, statement
from orgcli.render.markdown import escaped
from orgcli.render.view import Page


def markdown(comparison: Comparison, page: Page) -> str:
    """A heading, one table, and lists of what is in common and disputed, of works and signs."""
    citations = Citations.of(comparison, page)
    words = citations.words
    shorts = [escaped(column.short) for column in comparison.columns]
    disputes = [dispute(one, citations, comparison.full) for one in comparison.disputes]
    blocks = [
        f"# {', '.join(shorts)}",
        "\n".join(_table(comparison, citations)),
        section(
            words.in_common, [_common(one, comparison, citations) for one in comparison.common]
        ),
        section(words.disputes, disputes),
        foot(comparison_foot(comparison, words), citations, in_full=True),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _table(comparison: Comparison, citations: Citations) -> Iterator[str]:
    yield _line(["", *(_name(column) for column in comparison.columns)])
    words = citations.words
    yield _line(["---"] * (len(comparison.columns) + 1))
    for group in comparison.groups:
        for number, cells in enumerate(pack_rows(group)):
            label = f"**{escaped(group.label)}**" if number == 0 else ""
            shown = [[_statement(one, citations) for one in cell] for cell in cells]
            for column, texts in enumerate(shown if number == 0 else ()):
                texts.extend(f"*{escaped(note)}*" for note in phrases.notes(group, column, words))
            yield _line([label, *map("<br>".join, shown)])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _name(column: Column) -> str:
    short, *title = column.names
    below = map(escaped, (*title, *phrases.origins(column)))
    return "<br>".join([f"**{escaped(short)}**", *below])


def _statement(wording: Wording, citations: Citations) -> str:
    return statement(wording, citations, phrases.SIGNS[wording.agreement], "<sub>{}</sub>")


def _common(common: CommonConcept, comparison: Comparison, citations: Citations) -> str:
    voices = []
    for voice in common.citations:
        parts = [escaped(comparison.columns[voice.column].short)]
        for works, hedge in voice.by_hedge if citations.shown else ():
            parts.append(f"**{escaped(citations.line(works))}**")
            parts.extend([f"({escaped(hedge)})"] if hedge else [])
        voices.append(" ".join(parts))
    disputes = f" *{escaped(' '.join(common.disputes))}*" if common.disputes else ""
    sign = phrases.SIGNS[Agreement.SHARED]
    return f"{sign} {escaped(common.label)}: {', '.join(voices)}{disputes}"
