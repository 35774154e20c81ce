"""A phrase for a number: languages have their own forms for one and for many."""

from typing import NamedTuple


class Counted(NamedTuple):
    """A template for one and a template for any other number; our languages tell no more apart."""

    one: str
    more: str

    def of(self, count: int) -> str:
        """The template for this number, which is still to be filled in."""
        return self.one if count == 1 else self.more

    def phrase(self, count: int) -> str:
        """The phrase for this number, where the template names nothing but {count}."""
        return self.of(count).format(count=count)
