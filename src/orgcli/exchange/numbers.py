"""Numbers as the texts of files."""

from decimal import Decimal


def number_text(value: float) -> str:
    """A number without an exponent, and without an empty fraction: 2 for 2.0."""
    return format(Decimal(repr(value)), "f").removesuffix(".0")
