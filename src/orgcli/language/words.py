"""The words of the program, as a shape: a language that lacks a word does not type-check.

A word with {places} is a template for `str.format`, with named fields in every language. Nothing
in it depends on a number being one or many, because languages differ in that; only charts, which
have no room for phrases around it, have a template for each (`Counted`).

The shapes have no `__eq__` and no `__repr__`: nobody compares or prints them, and without these
methods the module is imported in half the time.
"""

from dataclasses import dataclass
from typing import TypedDict

from orgcli.language.page_words import PageWords
from orgcli.language.plural import Counted

__all__ = ("Counted", "PageWords")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AskWords:
    """Why a word that should name a role does not."""

    help: str
    unknown: str  # {name}
    undescribed: str  # {name}: a title that no role has
    near_roles: str  # {names}
    none_near: str
    did_you_mean: str  # {name}
    there_are: str  # {names}
    ambiguous: str  # {name} {count}
    write_one_of: str  # {names}
    called_so_by: str  # {works}: the works that use an alias
    editorial: str  # an alias that only this library uses
    stands_twice: str  # {name}
    one_role: str  # {first} {second}
    name_another: str
    unreadable: str  # {path} {reason}
    needs_two: str
    diff_needs_two: str
    unknown_work: str  # {name} {role}
    works_are: str  # {names}
    says_nothing: str  # {work} {role}
    overrides: str  # {name} {path}
    is_read: str  # {path}: where a result would be written over it
    not_together: str  # {first} {second}: flags
    no_lines: str


class DisputeKinds(TypedDict):
    """Whether works contradict each other."""

    disagree: str
    overlap: str
    itself: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CompareWords:
    """The words of a comparison and a card besides the statements."""

    unique: str
    shared: str
    disputed: str
    not_stated: str
    not_stated_means: str
    otherwise: str  # below lines that all hold on a condition only
    in_common: str
    disputes: str
    dispute_kinds: DisputeKinds
    with_others: str  # {names}
    also: str  # {names}
    all_shown: str  # {stated}
    some_shown: str  # {shown} {stated}
    count_shared: Counted
    count_unique: Counted
    count_disputed: Counted
    more: str
    hidden: str  # {count}
    no_facet: str  # {name}
    facets_are: str  # {names}
    no_difference: str
    count_added: Counted
    count_removed: Counted
    count_changed: Counted


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AdviseWords:
    """The words of the advisor besides the advice itself."""

    one: str  # {role}
    signs: str  # {role}
    several: str  # {first} {second}
    many: str  # {names}
    unsettled: str  # {question}
    nowhere: str
    unknown: str
    seats_only: str
    exists: str  # {role}
    beside: str  # {names}
    one_vendor: str  # {work}
    points_to: str  # {role}
    counted: str  # {count} {works}
    counted_one: str  # {count} {work}
    add: str
    risks: str
    lines: str
    cautions: str
    unsaid: str
    basis: str
    today: str  # before what is so now
    lone_mark: str
    disputed: str  # {keys}
    unused: str  # behind an answer that no rule takes up
    none_of_these: str
    looked_at: str  # {named} {all}
    no_roles: str
    missing: str  # {role}
    more: str  # {count}
    near: str
    no_near: str
    no_gap: str  # {question}
    gap_hint: str
    enter_skips: str
    pick_one: str
    pick_several: str
    not_one: str  # {answer}
    rests: str
    rests_nothing: str
    template: str
    template_skip: str
    template_several: str
    template_of: str
    nothing_to_do: str
    nothing_help: str
    no_organisation: str
    name_positions: str
    several_organisations: str  # {count}
    name_one: str
    answer_counts: str  # {question}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RolesWords:
    """The words of lists of roles, names and disputes, and of the card of one role."""

    # `orgcli roles`
    library: str
    own: str
    sales: str
    neighbours: str
    role: str
    short: str
    title: str
    statements: str
    works: str
    sources: str
    file: str
    replaces: str  # behind the file of a role of one's own
    totals: str  # {roles} {statements}
    see_one: str  # {command}
    see_several: str  # {command}
    # `orgcli roles --aliases`
    names: str
    name: str
    language: str
    status: str
    is_abbreviation: str
    editorial: str  # what – stands for
    may_mean: str
    other_roles: str  # where a name may mean roles that are not in the library
    ambiguous_names: str
    # `orgcli roles --concepts`
    concepts: str
    concept: str
    meaning: str
    said_of: str
    concept_totals: str  # {concepts} {statements}
    concept_use: str  # {line}
    # `orgcli role`
    archetype: str
    executor: str
    strategist: str
    stands: str
    also_called: str
    not_clear: str  # what (?) behind a name means
    one_at_a_time: str
    # `orgcli role new`
    new_needs_id: str
    bad_id: str  # {name}
    id_rule: str
    taken_id: str  # {name}
    there_already: str  # {path}
    name_another_file: str
    described_already: str  # {name} {path}
    only_for_new: str  # {flag}
    not_for_new: str  # {flag}
    empty_title: str
    wrote: str  # {path}
    next: str  # {command}
    # `orgcli dispute`
    disputes: str
    key: str
    question: str
    kind: str
    unknown_dispute: str  # {name}
    said_of_it: str
    said_on_no_side: str
    see_dispute: str  # {command}


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
    branch: Counted


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ChartWords:
    """The words of a chart besides those of its file; `tag` names the language.

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
    seats_below: str
    unfit: str  # of a manager, drawn only for those below that fit the filter
    chain: str
    others: OtherGroups
    by_branch: str  # what the colours are, where departments are more than there are
    highlighted: str  # {what}: a status, conditions, positions
    # positions in the text formats
    assistant: str
    direct: Counted
    direct_and_below: str  # {direct} {count}: how many are below in all
    not_shown: Counted
    dotted_to: str  # {name}
    # for screen readers
    seats: str  # {count}, from 2
    reports_to: str  # {name}
    below_not_shown: str  # {count}
    # on a card
    below: str  # {count}
    more_holders: str  # {count}
    level: str  # {number}: that of the file
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


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Words:
    """All words of the program in one language; `tag` is its name."""

    tag: str
    ask: AskWords
    compare: CompareWords
    advise: AdviseWords
    roles: RolesWords
    chart: ChartWords
