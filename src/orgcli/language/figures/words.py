"""What `orgcli stats` and `orgcli show` say, as a shape: a language that lacks a word does not
type-check.

As in `language/words.py`: {places} have names, and a day or an id stays as it is in the file.
"""

from dataclasses import dataclass
from typing import TypedDict

from orgcli.language.words import Counted


class GroupNames(TypedDict):
    """What positions are grouped by."""

    department: str
    location: str
    level: str
    role: str
    status: str
    layer: str
    manager: str
    tag: str


class ColumnNames(TypedDict):
    """The columns of tables; short, for they stand above numbers."""

    seats: str
    filled: str
    open: str
    planned: str
    people: str
    fte: str
    managers: str
    mean_span: str
    largest: str
    reports: str
    layers: str


class Definitions(TypedDict):
    """What each figure is, in a sentence or two."""

    seats: str
    filled: str
    open: str
    planned: str
    people: str
    fte: str
    managers: str
    others: str
    span: str
    mean_span: str
    layers: str
    managing: str
    needed: str
    across: str
    sums: str


class YardstickKinds(TypedDict):
    """What kind of figure a published one is."""

    observed: str
    required: str
    recommended: str
    targeted: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FigureWords:
    """What the numbers of an organisation are said in."""

    decimal_point: str
    thousands: str
    # the labels of the first lines
    seats: str
    people: str
    fte: str
    managers: str
    layers: str
    tops: str
    lines: str
    sums: str
    # what stands behind them
    filled: Counted
    open: Counted
    planned: Counted
    open_share: str  # {percent}
    all_stated: str
    stated: str  # {count}
    one_to: str  # {number}
    with_managers: str  # {count}
    even_tree: str  # {seats} {layers}
    across: str  # {count} {whole}
    # the span of control
    span_of_control: str
    mean: str  # {number}
    median: str  # {number}
    largest: str  # {count} {name}
    largest_spans: str
    over: Counted  # {count} {limit}
    direct: Counted
    and_more: str  # {count}
    # tables
    groups: GroupNames
    columns: ColumnNames
    not_stated: str
    at_top: str
    total: str
    no_room: str  # {names}
    all_figures: str
    figure: str
    value: str
    organisation: str
    position: str
    before: str
    after: str
    net: str
    largest_one: str
    median_one: str
    share_open: str
    needed_layers: str
    managing_layers: str
    others: str
    stated_one: str
    # plots
    layers_plot: str
    open_plot: str
    pyramid_plot: str
    managers_axis: str
    others_part: str
    # what is to be known
    ringed: Counted
    unknown: Counted
    shared: str
    namesakes: Counted
    unnamed: Counted
    left_out: Counted
    unread: Counted  # {name} {count}
    incomplete: str
    # definitions and published figures
    meaning: str
    definitions: Definitions
    published: str
    yours: str
    disagree: str
    top_span: str  # {count}
    kinds: YardstickKinds
    # one position
    id: str
    line_up: str
    reports: str
    below: str  # {seats} {layers}
    dotted_from: str
    dotted_to: str
    written: str
    since: str  # {day}
    changed: str  # {day}
    not_committed: str
    is_top: str
    in_ring: str
    not_there: str  # {id}
    none: str
