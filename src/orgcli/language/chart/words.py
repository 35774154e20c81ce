"""What a chart says, as a shape: a language that lacks a word does not type-check.

Words are templates as in `orgcli.language.words`. A chart is no place for "positions: 1", so some
of them are two: one for the number 1, and one for all others.
"""

from dataclasses import dataclass
from typing import TypedDict

from orgcli.language.counted import Counted as Counted
from orgcli.language.page.words import PageWords


class StateWords(TypedDict):
    """What a position is that is in one of the states of the model."""

    filled: str
    open: str
    planned: str
    closed: str


class StateCounts(TypedDict):
    """How many positions are in a state, {count}."""

    open: Counted
    planned: Counted
    closed: Counted


class OtherGroups(TypedDict):
    """How many groups have no colour of their own, {count}, by what the colours stand for."""

    department: Counted
    level: Counted
    role: Counted
    location: Counted


@dataclass(frozen=True, slots=True)
class ChartWords:
    """What a chart says besides what is in the file; `tag` names the language.

    Days are written as in the file, 2027-07-01, in every language.
    """

    tag: str
    decimal_point: str
    # in place of what a card is called
    unnamed: str
    states: StateWords
    # what is wrong with a line
    not_found: str  # {id}: of the manager
    is_closed: str  # {id}: of the manager
    ended_on: str  # {id} {day}: of the manager
    duplicate: str  # {id}
    to_itself: str
    ring: str  # {name}: of the manager, at the first position of a ring
    in_ring: str  # at the others
    # above the chart
    organisation_chart: str  # where it has no title
    kind: str  # for screen readers: what the picture is
    positions: Counted
    some_positions: str  # {count} {whole}
    counts: StateCounts
    on_day: str  # {day}
    # the legend
    direct_and_all: str
    chain: str
    others: OtherGroups
    # what the text formats say of a position
    assistant: str
    direct: Counted
    direct_and_below: str  # {direct} {count}: how many are below in all
    not_shown: Counted
    dotted_to: str  # {name}
    # what screen readers say of it besides
    seats: str  # {count}, from 2
    reports_to: str  # {name}
    below_not_shown: str  # {count}
    # on a card
    below: str  # {count}
    more_holders: str  # {count}
    level: str  # {number}: what the file says
    layer: str  # {number}: how far from the top
    fte: str  # {share}
    start: str  # {day}
    end: str  # {day}
    # of several pages
    below_on_page: str  # {count} {page}
    continued_on: Counted  # {pages}: one, or several
    above_on_page: str  # {name} {page}: of the manager
    on_page: str  # {page}: where a link leads
    page_of: str  # {number} {count}
    continued: str  # behind a title
    index: str
    # for those who edit it by hand
    into_drawio: str
    # of the HTML page
    page: PageWords
