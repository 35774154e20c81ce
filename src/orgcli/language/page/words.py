"""What the page of a chart says besides the chart itself: its buttons, its help, its hints."""

from dataclasses import dataclass

from orgcli.language.counted import Counted


@dataclass(frozen=True, slots=True)
class PageWords:
    """Everything of the page that is neither in the file nor in ChartWords.

    Templates name their fields, as in `orgcli.language.words`.
    """

    # the search
    search: str
    search_hint: str
    found: Counted
    nothing_found: str
    first_shown: str  # {count}
    # the buttons
    controls: str
    zoom_in: str
    zoom_out: str
    fit: str
    fewer_layers: str
    more_layers: str
    all_layers: str
    as_list: str
    as_chart: str
    dark: str
    light: str
    print: str
    help: str
    close: str
    legend: str
    # what is shown
    layers_shown: Counted
    positions_shown: str  # {count} {whole}
    dotted_line: str
    dotted_of_chosen: str
    piled: str
    expand: str  # {name}
    collapse: str  # {name}
    # what is said of a position
    details: str
    dotted_to: str
    dotted_from: str
    reports_to: str
    has_reports: str
    other: str
    department: str
    state: str
    seats: str
    and_more: str  # {count}
    layer: str  # {number}
    # the list, and without a script
    whole_list: str
    without_script: str
    too_many_to_list: str  # {count}
    # the help
    help_intro: str
    help_drag: str
    help_click: str
    keys: str
    key_arrows: str
    key_ends: str
    key_enter: str
    key_space: str
    key_star: str
    key_type: str
    key_letters: str
    key_search: str
    key_zoom: str
    key_escape: str
