"""What the program says, as a shape: a language that lacks a word does not type-check.

A word with {places} is a template for `str.format`, with named fields in every language. Nothing
in it depends on a number being one or many, because languages differ in that; only charts, which
have no room for phrases around it, have a template for each (`language/chart/words.py`).
"""

from dataclasses import dataclass

from orgcli.language.chart.words import ChartWords


@dataclass(frozen=True, slots=True)
class AskWords:
    """Why a word that should name a role does not."""

    help: str
    unknown: str  # {name}
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


@dataclass(frozen=True, slots=True)
class CompareWords:
    """What a comparison and a card say besides the statements."""

    unique: str
    shared: str
    disputed: str
    not_stated: str
    not_stated_means: str
    otherwise: str  # below lines that all hold on a condition only
    in_common: str
    disputes: str
    with_others: str  # {names}
    all_shown: str  # {stated}
    some_shown: str  # {shown} {stated}
    count_shared: str  # {count}
    count_unique: str  # {count}
    count_disputed: str  # {count}
    more: str
    hidden: str  # {count}
    no_facet: str  # {name}
    facets_are: str  # {names}
    no_difference: str
    count_added: str  # {count}
    count_removed: str  # {count}
    count_changed: str  # {count}


@dataclass(frozen=True, slots=True)
class AdviseWords:
    """What the advisor says and asks besides the advice itself."""

    one: str  # {role}
    signs: str  # {role}
    several: str  # {first} {second}
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
    open: str
    planned: str
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


@dataclass(frozen=True, slots=True)
class RolesWords:
    """What lists of roles, of names and of disputes, and the card of one role say."""

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
    is_title: str
    is_abbreviation: str
    editorial: str  # what – stands for
    may_mean: str
    other_roles: str  # where a name may mean roles that are not in the library
    ambiguous_names: str
    # `orgcli roles --coverage`
    coverage: str
    texts: str
    lacking: str
    which: str
    nothing: str
    several_more: str  # {count}
    whole_file: str  # {path}
    needs_id: str
    # `orgcli role`
    archetype: str
    executor: str
    strategist: str
    stands: str
    also_called: str
    not_clear: str  # what (?) behind a name means
    one_at_a_time: str
    compare_instead: str  # {command}
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
    unknown_dispute: str  # {name}
    said_of_it: str
    said_on_no_side: str
    see_dispute: str  # {command}


@dataclass(frozen=True, slots=True)
class Words:
    """Everything the program says in one language; `tag` is its name."""

    tag: str
    ask: AskWords
    compare: CompareWords
    advise: AdviseWords
    roles: RolesWords
    chart: ChartWords
