"""The fields of a position, derived from its model: their names, kinds of value and limits."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from math import inf
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from orgcli.model.organisation.position import Position
from orgcli.model.source.marks import Within


@dataclass(frozen=True, slots=True)
class PositionField:
    """One field of a position, or of its contact.

    path         its keys from the position down: ("title",), ("contact", "email")
    kind         the type of a value: str, int, float, bool, date, dict, or a class of the model
    several      whether it is a list of them
    choices      the words it is one of, where it is not free
    least, most  the bounds of a number
    """

    path: tuple[str, ...]
    kind: type
    several: bool = False
    choices: tuple[str, ...] = ()
    least: float = -inf
    most: float = inf

    @property
    def name(self) -> str:
        """Its own key, which is unique among all of them."""
        return self.path[-1]

    @property
    def is_scalar(self) -> bool:
        """Whether its value is one text: no list, no mapping."""
        return not (self.several or self.kind is dict or is_dataclass(self.kind))

    @property
    def is_free_text(self) -> bool:
        """Whether it is text, or a list of texts, of the user's own choice."""
        return self.kind is str and not self.choices


def _declared(path: tuple[str, ...], annotation: Any) -> PositionField:
    """The field that an annotation of the model declares, whatever it is wrapped in."""
    several, limits = False, list[Within]()
    while (origin := get_origin(annotation)) not in (None, Literal, dict):
        inner = annotation.__origin__ if origin is Annotated else get_args(annotation)[0]
        if origin is Annotated:
            limits += [limit for limit in annotation.__metadata__ if isinstance(limit, Within)]
        several = several or origin is tuple
        annotation = inner
    if origin is Literal:
        return PositionField(path, str, several, choices=get_args(annotation))
    least = next((limit.least for limit in limits if limit.least is not None), -inf)
    most = next((limit.most for limit in limits if limit.most is not None), inf)
    return PositionField(path, origin or annotation, several, least=least, most=most)


def _fields(model: Any, above: tuple[str, ...] = ()) -> Iterator[PositionField]:
    hints = get_type_hints(model, include_extras=True)
    for declaration in fields(model):
        field = _declared((*above, declaration.name), hints[declaration.name])
        if is_dataclass(field.kind) and not field.several:
            yield from _fields(field.kind, field.path)
        else:
            yield field


POSITION_FIELDS = {field.name: field for field in _fields(Position)}
"""By name, in the order of the model; those of the contact stand in its place."""

CONTACT_FIELDS = tuple(
    name for name, field in POSITION_FIELDS.items() if field.path[0] == "contact"
)
