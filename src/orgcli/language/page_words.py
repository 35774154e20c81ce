"""The words of the HTML page of a chart, as a shape like those of the other words."""

from dataclasses import dataclass

from orgcli.language.plural import Counted


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PageWords:
    """Everything of the page that is neither in the file nor in ChartWords.

    Templates name their fields, as above.
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
    # the facts on a position
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
    # filters, branches, pictures, presentation
    filters: str
    found_here: str  # {count}
    zoom: str
    save: str
    save_what: str
    saved: str  # {name}
    present: str
    previous: str
    next: str
    end_presentation: str
    color_by: str
    branch: str
    level: str
    location: str
    role: str
    no_colors: str
    matching: str  # {count} {whole}
    only_these: str
    no_filters: str
    end_filter: str  # {name}
    everybody: str
    way: str
    focus_here: str
    copy_link: str
    copied: str
    open_below: str
    close_below: str
    email: str
    phone: str
    web_page: str
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
