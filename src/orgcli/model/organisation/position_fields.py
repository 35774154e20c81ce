"""The fields of a position, derived from its model: their names, kinds of value and limits."""

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from math import inf
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo

from orgcli.model.organisation.position import Position


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
        """Whether one text can say it: no list, no mapping."""
        return not (self.several or self.kind is dict or is_dataclass(self.kind))

    @property
    def is_free_text(self) -> bool:
        """Whether it is text, or a list of texts, of the user's own choice."""
        return self.kind is str and not self.choices


def _declared(path: tuple[str, ...], annotation: Any) -> PositionField:
    """The field that an annotation of the model declares, whatever it is wrapped in."""
    several, limits = False, []
    while (origin := get_origin(annotation)) not in (None, Literal, dict):
        inner = annotation.__origin__ if origin is Annotated else get_args(annotation)[0]
        if origin is Annotated:
            marks = (one for one in annotation.__metadata__ if isinstance(one, FieldInfo))
            limits += [limit for mark in marks for limit in mark.metadata]
        several = several or origin is tuple
        annotation = inner
    if origin is Literal:
        return PositionField(path, str, several, choices=get_args(annotation))
    least = next((limit.ge for limit in limits if hasattr(limit, "ge")), -inf)
    most = next((limit.le for limit in limits if hasattr(limit, "le")), inf)
    return PositionField(path, origin or annotation, several, least=least, most=most)


def _fields(model: type, above: tuple[str, ...] = ()) -> Iterator[PositionField]:
    for name, annotation in get_type_hints(model, include_extras=True).items():
        field = _declared((*above, name), annotation)
        if is_dataclass(field.kind) and not field.several:
            yield from _fields(field.kind, field.path)
        else:
            yield field


POSITION_FIELDS = {field.name: field for field in _fields(Position)}
"""By name, in the order of the model; those of the contact stand in its place."""

CONTACT_FIELDS = tuple(
    name for name, field in POSITION_FIELDS.items() if field.path[0] == "contact"
)
