"""What the program says, as a shape: a language that lacks a word does not type-check.

A word with {places} is a template for `str.format`, with named fields in every language. Nothing
in it depends on a number being one or many, because languages differ in that.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AskWords:
    """Why a word that should name a role does not."""

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
    unknown_work: str  # {name} {role}
    works_are: str  # {names}
    says_nothing: str  # {work} {role}
    overrides: str  # {name} {path}


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


@dataclass(frozen=True, slots=True)
class Words:
    """Everything the program says in one language; `tag` is its name."""

    tag: str
    ask: AskWords
    compare: CompareWords
