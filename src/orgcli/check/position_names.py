"""The names of positions in findings: the id, with the holder and title where an id is no word.

Speaking ids (`cro`, `vp-emea`) of files that people write are enough. Numbers, GUIDs and all ids of
tables stand beside the holder and the title: `01189` Dörte Huber, Head of Sales.
"""

from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position_name import described, is_speaking
from orgcli.model.text import quote


def named(organisation: Organisation, at: int) -> str:
    """A position at the end of a sentence, or before a comma."""
    position = organisation.positions[at]
    return quote(position.id) if _is_enough(organisation, at) else described(position)


def subject(organisation: Organisation, at: int) -> str:
    """A position before its verb: where commas stand in its name, another one ends it."""
    name = named(organisation, at)
    return f"{name}," if ", " in name else name


def briefly(organisation: Organisation, at: int) -> str:
    """A position in a list: by its id and who holds it, else by its title."""
    position = organisation.positions[at]
    return quote(position.id) if _is_enough(organisation, at) else described(position, brief=True)


def by_title(organisation: Organisation, at: int) -> str:
    """A position of somebody who is named already: by its id and its title."""
    position = organisation.positions[at]
    return quote(position.id) if _is_enough(organisation, at) else described(position, holder=False)


def _is_enough(organisation: Organisation, at: int) -> bool:
    return not organisation.tabular and is_speaking(organisation.positions[at].id)
