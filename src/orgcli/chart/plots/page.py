"""The figures as one self-contained page: phrases, plots and tables."""

from __future__ import annotations

from collections.abc import Iterator

from orgcli.chart.plots.plots import picture, plots_of
from orgcli.figures.report import FigureReport
from orgcli.figures.tables.cell_texts import cell_texts
from orgcli.figures.tables.definitions import definition_entries
from orgcli.figures.tables.figure_table import FigureTable
from orgcli.figures.tables.organisation_tables import FigureTables
from orgcli.figures.tables.phrases import FigurePhrases
from orgcli.figures.tables.yardstick_texts import Published, published
from orgcli.render.html import Html, document, template
from orgcli.render.view import Page

_LINE = Html("\n")
_SECTION = Html("<section>\n<h2>{title}</h2>\n{body}\n</section>")
_TABLE = Html('<div class="wide"><table class="figures">\n<thead><tr>{head}</tr></thead>\n'
              "<tbody>\n{rows}\n</tbody>\n</table></div>{left}")  # fmt: skip
_HEAD = Html('<th scope="col" class="{kind}">{name}</th>')
_ROW = Html('<tr class="{kind}">{cells}</tr>')
_LABEL = Html('<th scope="row" style="padding-left: {depth}em">{text}</th>')
_TEXT, _NUMBER = Html("<td>{}</td>"), Html('<td class="number">{}</td>')
_LIST = Html("<ul>\n{}\n</ul>")
_PUBLISHED = Html(
    '<li><strong>{number}</strong> {text} <span class="quiet">({about})</span>'
    ' <span class="work">{marks}</span></li>'
)
_ANSWER = Html('<li>{text} <span class="work">{marks}</span></li>')
_WORK = Html('<li><span class="work">{mark}</span> {statement}</li>')
_TERM = Html("<dt>{}</dt><dd>{}</dd>")
_LEFT = Html('<p class="quiet">{}</p>')


def figures_html(report: FigureReport, page: Page) -> str:
    """A page that loads nothing and runs nothing."""
    say = FigurePhrases.of(report, page)
    style = Html("<style>\n{}\n</style>").format(template("orgcli.chart.plots", "figures.css"))
    blocks = [style, Html("<main>")]
    for at in range(len(report.organisations)):
        blocks += _organisation(report, at, say)
    if report.defines:
        terms = [_TERM.format(name, meaning) for name, meaning in definition_entries(report.words)]
        body = Html("<dl>\n{}\n</dl>").format(_LINE.join(terms))
        blocks.append(_SECTION.format(title=report.words.meaning, body=body))
    if (published_figures := published(report, say)) is not None:
        blocks.append(
            _SECTION.format(
                title=report.words.published, body=_published(published_figures, report)
            )
        )
    blocks.append(Html("</main>"))
    names = " · ".join(
        organisation.name for organisation in report.organisations if organisation.name
    )
    return document(names or say.words.seats, page.words.tag, _LINE.join(blocks))


def _organisation(report: FigureReport, at: int, say: FigurePhrases) -> Iterator[Html]:
    organisation = report.organisations[at]
    if organisation.name:
        yield Html("<h1>{}</h1>").format(organisation.name)
    terms = [
        _TERM.format(label, " · ".join(phrases)) for label, phrases in say.summary(organisation)
    ]
    yield Html('<dl class="summary">\n{}\n</dl>').format(_LINE.join(terms))
    for note in say.notes(organisation):
        yield Html('<p class="note">{}</p>').format(note)
    for plot in plots_of(organisation, report, say):
        yield Html("<figure>{}</figure>").format(
            picture([plot.shapes], plot.height, organisation.name or say.words.seats)
        )
    for table in FigureTables(report, at, say).all():
        yield _SECTION.format(title=table.title, body=_table(table, say))


def _published(published_figures: Published, report: FigureReport) -> Html:
    """Published figures, what works disagree on, and the works."""
    parts = []
    for section in published_figures.sections:
        parts.append(Html("<h3>{}</h3>\n<p>{}</p>").format(section.title, "; ".join(section.yours)))
        items = [
            _PUBLISHED.format(
                number=figure.number, text=figure.text, about=figure.about, marks=figure.marks
            )
            for figure in section.figures
        ]
        parts.append(_LIST.format(_LINE.join(items)))
    if published_figures.disputes:
        parts.append(Html("<h3>{}</h3>").format(report.words.disagree))
    for dispute in published_figures.disputes:
        answers = [_ANSWER.format(text=text, marks=marks) for text, marks in dispute.answers]
        parts.append(
            Html('<p><strong>{}</strong></p>{}<p class="quiet">{}</p>').format(
                dispute.question, _LIST.format(_LINE.join(answers)), dispute.reading
            )
        )
    works = [
        _WORK.format(mark=mark, statement=statement) for mark, statement in published_figures.works
    ]
    parts += [_LIST.format(_LINE.join(works)), _LEFT.format(published_figures.note)]
    return _LINE.join(parts)


def _table(table: FigureTable, say: FigurePhrases) -> Html:
    head = [
        _HEAD.format(kind="" if at < table.labels else "number", name=name)
        for at, name in enumerate(table.heading)
    ]
    rows = []
    for number, texts in enumerate(cell_texts(table, say)):
        depth = table.depths[number] if number < len(table.depths) else 0
        cells = [_LABEL.format(depth=depth, text=texts[0])]
        cells += [
            (_TEXT if at < table.labels else _NUMBER).format(text)
            for at, text in enumerate(texts[1:], start=1)
        ]
        kind = "total" if number == len(table.rows) else ""
        rows.append(_ROW.format(kind=kind, cells=Html("").join(cells)))
    more = say.words.and_more.format(count=say.count(table.left))
    more_rows = _LEFT.format(more) if table.left else ""
    return _TABLE.format(head=Html("").join(head), rows=_LINE.join(rows), left=more_rows)
