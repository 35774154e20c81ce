"""What `import orgcli` has beyond the functions of its parts: drawing as the command line does."""

from functools import partial

from orgcli.chart.draw import draw as draw_judged
from orgcli.chart.drawing import Drawing
from orgcli.chart.request_checks import judged
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.request.chart_request import USUAL, ChartRequest
from orgcli.read.organisation.photos import read_photo


def draw(organisation: Organisation, titles: Titles, request: ChartRequest = USUAL) -> Drawing:
    """The chart of an organisation, as `orgcli chart` draws it without a configuration.

    titles   what the roles are called that positions name: `role_titles(project)`
    request  what is wanted; the defaults are those of the command line
    Raises RequestError where the request has wrong values or cannot be meant, EngineError where
    Graphviz is missing or fails, TooLarge where the format cannot hold a chart of this size, and
    SelectionError where a position that is to be shown is not there.
    """
    request = judged(request)
    return draw_judged(organisation, titles, request, photo=partial(read_photo, organisation))
