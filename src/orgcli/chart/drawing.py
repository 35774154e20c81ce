"""A finished chart, its size and notes for the user; and why there is none."""

from dataclasses import dataclass

from orgcli.model.request.flag import HelpfulError
from orgcli.render.view import ResultError


class TooLarge(ResultError):
    """The chart does not fit the format; `help` says which does."""


class SelectionError(HelpfulError):
    """Nothing can be drawn for the request; `help` says what could be."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart in one format.

    data           its bytes; empty where each page is a file of its own
    width, height  of the page in points; 0 where the format is text, which has none, and where
                   there are several pages
    positions      how many are drawn
    notes          what its reader should know, one line each
    pages          how many there are, the index among them
    page           what each is called, as in `a3 landscape`; empty for no page
    names          the smallest and the largest size of a name on the pages, in points
    files          the pages as files: what each is called, and its bytes
    """

    data: bytes
    width: int
    height: int
    positions: int
    notes: tuple[str, ...] = ()
    pages: int = 1
    page: str = ""
    names: tuple[float, float] = (0.0, 0.0)
    files: tuple[tuple[str, bytes], ...] = ()
