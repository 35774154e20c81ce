"""Marks on the fields of models: what is read before a value is judged, and which values fit.

Pydantic takes them for its own where it validates. They do not import it, so that a run over files
with nothing wrong in them, which `read.syntax.validation.model_values` reads, need not either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sized
from math import isfinite
from typing import Any, ClassVar

from orgcli.model.request.flag import loaded


class WrongValue(ValueError):
    """A text that is none of what a field takes.

    kind     a word for programs, which validation errors have as their type
    message  what was expected
    context  what a message about it may tell besides
    """

    def __init__(self, kind: str, message: str, context: Mapping[str, Any] | None = None) -> None:
        super().__init__(message)
        self.kind, self.message, self.context = kind, message, context


class Mark:
    """One mark in `Annotated[...]`."""

    __slots__ = ()
    __is_annotated_types_grouped_metadata__: ClassVar = True

    def __iter__(self) -> Iterator[object]:
        """The same in the words of Pydantic."""
        raise NotImplementedError


class Before(Mark):
    """A function that is given what was written, and gives what the field judges.

    It may raise WrongValue.
    """

    __slots__ = ("read",)

    def __init__(self, read: Callable[[Any], object]) -> None:
        self.read = read

    def __iter__(self) -> Iterator[object]:
        """A BeforeValidator that raises the errors of Pydantic."""
        from pydantic import BeforeValidator

        yield BeforeValidator(self._validated)

    def _validated(self, value: object) -> object:
        try:
            return self.read(value)
        except WrongValue as wrong:
            from pydantic_core import PydanticCustomError

            context = None if wrong.context is None else dict(wrong.context)
            raise PydanticCustomError(wrong.kind, wrong.message, context) from None


class Within(Mark):
    """The bounds of a number: at least, at most, above."""

    __slots__ = ("above", "least", "most")

    def __init__(
        self, least: float | None = None, most: float | None = None, above: float | None = None
    ) -> None:
        self.least, self.most, self.above = least, most, above

    def __iter__(self) -> Iterator[object]:
        """The bounds that there are."""
        from annotated_types import Ge, Gt, Le

        pairs = ((Ge, self.least), (Le, self.most), (Gt, self.above))
        yield from (bound(limit) for bound, limit in pairs if limit is not None)

    def fits(self, number: float) -> bool:
        """Whether a number is within them."""
        return (
            (self.least is None or number >= self.least)
            and (self.most is None or number <= self.most)
            and (self.above is None or number > self.above)
        )


class Count(Mark):
    """How many characters, items or keys there are: at least, at most."""

    __slots__ = ("least", "most")

    def __init__(self, least: int, most: int | None = None) -> None:
        self.least, self.most = least, most

    def __iter__(self) -> Iterator[object]:
        """The bounds that there are."""
        from annotated_types import MaxLen, MinLen

        yield MinLen(self.least)
        if self.most is not None:
            yield MaxLen(self.most)

    def fits(self, value: Sized) -> bool:
        """Whether a value has so many."""
        return self.least <= len(value) and (self.most is None or len(value) <= self.most)


class Exact(Mark):
    """A value of the very type, none that can be made into it."""

    __slots__ = ()

    def __iter__(self) -> Iterator[object]:
        """Strictness."""
        from pydantic import Strict

        yield Strict()


class Finite(Mark):
    """A number that is neither infinite nor none at all."""

    __slots__ = ()

    def __iter__(self) -> Iterator[object]:
        """No infinity."""
        from pydantic import AllowInfNan

        yield AllowInfNan(False)

    def fits(self, number: float) -> bool:
        """Whether it is."""
        return isfinite(number)


class ModelLater(Before):
    """A model that is imported only where a value of it is written; nothing stays the default.

    name     `module:Class`
    several  whether it is a list of them, for which one alone may stand
    """

    __slots__ = ("name", "several")

    def __init__(self, name: str, several: bool = False) -> None:
        super().__init__(self._by_pydantic)
        self.name, self.several = name, several

    @property
    def kind(self) -> Any:
        """What it is a value of: the model, or a tuple of any number of them."""
        model: Any = loaded(self.name)
        return tuple[model, ...] if self.several else model

    def listed(self, value: object) -> object:
        """The value, in a list where several are expected and one stands alone."""
        return [value] if self.several and isinstance(value, dict) else value

    def _by_pydantic(self, value: object) -> object:
        if not value:
            return () if self.several else None
        from pydantic import TypeAdapter

        model: object = TypeAdapter(self.kind).validate_python(self.listed(value))
        return model
