"""The formats of the details of positions; the names of `--format` come from here."""

from orgcli.figures.position.position_report import PositionReport
from orgcli.render.formats import Formats
from orgcli.render.view import PageWriter

POSITION_FORMATS: Formats[PageWriter[PositionReport]] = Formats(
    text="orgcli.figures.position.text:position_text",
    json="orgcli.figures.position.json:position_json",
)
