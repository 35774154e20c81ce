"""Photos of holders, and logos: the pictures, without anything else that is in their files."""

from dataclasses import dataclass
from typing import Literal

from orgcli.model.request.flag import HelpfulError

MOST_BYTES = 30_000_000
"""Of a photo's file: more than cameras and phones write."""
SIDE = 200
"""Pixels on each side at most: 17 mm in print at 300 dpi, where a card has 11 mm for a photo."""

LOGO = (800, 320)
"""Pixels of a logo at most, across and down: 68 mm by 27 mm in print at 300 dpi."""


class BadImage(HelpfulError):
    """A file is no photo that can be shown; `help` is what to do about it."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture that may be shown to others: a square one of a person, or a logo.

    data    the file, without what cameras and editors write beside the picture: where it was
            taken and when, thumbnails, comments
    width, height  in pixels
    """

    kind: Literal["png", "jpeg"]
    width: int
    height: int
    data: bytes
