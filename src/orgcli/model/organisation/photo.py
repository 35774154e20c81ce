"""A photo of whoever holds a position: a picture, and nothing else that its file may say."""

from dataclasses import dataclass
from typing import Literal

MOST_BYTES = 300_000
"""Of a photo's file: a hundred of them still make a chart that can be sent."""
MOST_PIXELS = 2_000
"""Of each side."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture that may be shown to others.

    data    the file, without what cameras and editors write beside the picture: where it was
            taken and when, thumbnails, comments
    width, height  in pixels
    """

    kind: Literal["png", "jpeg"]
    width: int
    height: int
    data: bytes
