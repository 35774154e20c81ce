"""Drawing as `orgcli chart` does."""

from functools import partial

from orgcli.chart.draw import draw as draw_judged
from orgcli.chart.drawing import Drawing
from orgcli.chart.formats import FORMATS, USUAL_FORMAT
from orgcli.chart.request_checks import judged
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.photo import BadImage
from orgcli.model.request.chart_request import USUAL, ChartRequest
from orgcli.model.request.flag import RequestError
from orgcli.read.organisation.photos import read_logo, read_photo


def draw(organisation: Organisation, titles: Titles, request: ChartRequest = USUAL) -> Drawing:
    """The chart of an organisation, as `orgcli chart` draws it without a configuration.

    titles   what the roles are called that positions name: `role_titles(project)`
    request  what is wanted; the defaults are those of the command line
    Raises RequestError where the request has wrong values or cannot be meant, or its logo cannot be
    read, EngineError where
    Graphviz is missing or fails, TooLarge where the format cannot hold a chart of this size, and
    SelectionError where a position that is to be shown is not there.
    """
    request = judged(request)
    logo = None
    if request.logo is not None and FORMATS[request.format or USUAL_FORMAT].photos:
        try:
            logo = read_logo(request.logo)
        except BadImage as error:
            raise RequestError(str(error), error.help) from None
    photo = partial(read_photo, organisation)
    return draw_judged(organisation, titles, request, photo=photo, logo=logo)
