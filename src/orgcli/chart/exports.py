"""The formats of `orgcli export` that are charts."""

from __future__ import annotations

from orgcli.chart.draw import chart_of, draw
from orgcli.chart.drawing import SelectionError
from orgcli.chart.request_checks import judged
from orgcli.chart.text.drawio_diagram import drawio_diagram
from orgcli.exchange.export import Exported, ExportJob
from orgcli.exchange.tables.cell_texts import cell_text, record_columns
from orgcli.exchange.tables.line_values import ResolvedPositions
from orgcli.exchange.tables.record_fields import RECORD_FIELDS
from orgcli.model.request.chart_request import ChartRequest
from orgcli.model.text import visible

_DATA = tuple(name for name in RECORD_FIELDS if name not in ("attributes", "path", "id"))


def export_pptx(job: ExportJob) -> Exported:
    """The deck that `orgcli chart -o FILE.pptx` draws; raises what `draw` does."""
    return _chart(job, "pptx")


def export_dot(job: ExportJob) -> Exported:
    """The graph that `orgcli chart -f dot` writes."""
    return _chart(job, "dot")


def _chart(job: ExportJob, format: str) -> Exported:
    request = judged(_request(job, format))
    drawing = draw(job.shown, job.titles, request, photo=job.photo, logo=job.logo)
    return Exported(drawing.data, lost=drawing.notes)


def _request(job: ExportJob, format: str) -> ChartRequest:
    """What is drawn; raises SelectionError where there is nothing to draw."""
    if not job.shown.positions:
        raise SelectionError("there is no position to draw")
    return ChartRequest(format=format, language=job.language, show_closed=True)


def export_drawio(job: ExportJob) -> Exported:
    """A diagram of draw.io with the cards where a chart has them, and the fields as their data."""
    chart = chart_of(job.shown, job.titles, judged(_request(job, "svg")))
    of = ResolvedPositions(ExportJob(organisation=job.shown, titles=job.titles, fields=_DATA))
    columns = [(name, list(map(cell_text, cells))) for name, cells in record_columns(of)]
    fields = [
        {name: visible(cells[at]) for name, cells in columns if cells[at]}
        for at in range(len(job.shown.positions))
    ]
    return Exported(drawio_diagram(chart, fields).encode(), lost=chart.notes)
