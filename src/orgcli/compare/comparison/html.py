"""The comparison as one self-contained page that a screen reader and a phone can read."""

from orgcli.compare.comparison import comparison as model
from orgcli.compare.comparison.comparison import Agreement, Comparison, FacetRows
from orgcli.compare.comparison.row_packing import pack_rows
from orgcli.compare.parts import html as parts
from orgcli.compare.parts import phrases
from orgcli.compare.parts.citations import Citations
from orgcli.compare.parts.foot import comparison_foot
from orgcli.compare.parts.html import LINE, NOTHING, PARAGRAPH, SPACE
from orgcli.render.html import Html, document, template
from orgcli.render.view import Page

_COLUMN = Html('<th scope="col" role="columnheader">{short}{below}</th>')
_BELOW = Html("<span>{}</span>")
_FACET = Html('<tbody role="rowgroup">\n{}\n</tbody>')
_ROW = Html('<tr role="row">{head}{cells}</tr>')
_LABEL = Html('<th scope="row" role="rowheader">{}</th>')
_CELL = Html('<td role="cell" data-role="{role}"><ul>{items}</ul></td>')
_EMPTY = Html('<td role="cell"></td>')
_ITEM = Html('<li class="{kind}">{content}</li>')


def html(comparison: Comparison, page: Page) -> str:
    """A table of roles by facets, then what is in common, the disputes, the works, the signs."""
    citations = Citations.of(comparison, page)
    title = " · ".join(column.short for column in comparison.columns)
    common = [_common(one, comparison, citations) for one in comparison.common]
    blocks = [
        Html("<main>\n<h1>{}</h1>").format(title),
        _table(comparison, citations),
        *parts.section(citations.words.in_common, common),
        *parts.disputes_section(comparison, citations),
        Html("</main>\n<footer>"),
        *parts.foot(comparison_foot(comparison, citations.words), citations),
        Html("</footer>"),
    ]
    return document(title, page.words.tag, LINE.join(blocks))


def _table(comparison: Comparison, citations: Citations) -> Html:
    facets = (_facet(group, comparison, citations) for group in comparison.groups)
    return template("orgcli.compare.comparison", "table.html").format(
        headings=LINE.join(map(_heading, comparison.columns)), facets=LINE.join(facets)
    )


def _heading(column: model.Column) -> Html:
    short, *title = column.names
    below = map(_BELOW.format, (*title, *phrases.origins(column)))
    return _COLUMN.format(short=short, below=NOTHING.join(below))


def _facet(group: FacetRows, comparison: Comparison, citations: Citations) -> Html:
    """One row at least, for what is not stated."""
    rows = []
    for number, cells in enumerate(list(pack_rows(group)) or [((),) * len(comparison.columns)]):
        filled = []
        for at, (column, cell) in enumerate(zip(comparison.columns, cells, strict=True)):
            items = [_statement(one, citations) for one in cell]
            notes = phrases.notes(group, at, citations.words) if number == 0 else ()
            items.extend(_ITEM.format(kind="quiet", content=note) for note in notes)
            filled.append(
                _CELL.format(role=column.short, items=NOTHING.join(items)) if items else _EMPTY
            )
        head = _EMPTY if number else _LABEL.format(group.label)
        rows.append(_ROW.format(head=head, cells=NOTHING.join(filled)))
    return _FACET.format(LINE.join(rows))


def _sign(agreement: Agreement, citations: Citations) -> Html:
    return parts.sign(agreement) + parts.spoken_sign(agreement, citations)


def _statement(wording: model.Wording, citations: Citations) -> Html:
    content = _sign(wording.agreement, citations) + parts.sentence(wording, citations)
    return _ITEM.format(kind=wording.agreement, content=content)


def _common(common: model.CommonConcept, comparison: Comparison, citations: Citations) -> Html:
    roles = []
    for citation in common.citations:
        units: list[str] = [comparison.columns[citation.column].short]
        for works, hedge in citation.by_hedge if citations.shown else ():
            units.extend(parts.links_to_works(works, citations))
            units.extend([parts.HEDGE.format(hedge)] if hedge else [])
        roles.append(SPACE.join(units))
    sign = _sign(Agreement.SHARED, citations)
    text = Html("{}{}: {}").format(sign, common.label, Html(", ").join(roles))
    keys = (parts.link_to_dispute(key, citations) for key in common.disputes)
    return PARAGRAPH.format(SPACE.join([text, *keys]))
