"""Colours by lightness, chroma and hue in OKLCH, where equal steps look equal (Ottosson 2020)."""

from math import atan2, cos, degrees, hypot, radians, sin
from typing import NamedTuple

_STEPS = 12
"""Halvings of the chroma that still is a colour of screens: to 0.0001."""
_ROUNDING = 0.0005
"""How far light may be outside of what a screen has, as 8 bits cannot hold so little."""


class Oklch(NamedTuple):
    """A colour: lightness from 0 to 1, chroma from 0 for grey to about 0.3, hue in degrees."""

    lightness: float
    chroma: float
    hue: float


def oklch_of(color: str) -> Oklch:
    """A colour that is written as #rrggbb."""
    red, green, blue = light_of(color)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return Oklch(lightness, hypot(a, b), degrees(atan2(b, a)) % 360)


def color_of_oklch(color: Oklch) -> str:
    """The colour as #rrggbb; with less chroma where no screen has as much at this lightness."""
    lightness = min(max(color.lightness, 0.0), 1.0)
    least, most = 0.0, color.chroma
    chroma = most
    for _ in range(_STEPS):
        if _is_shown(_light(lightness, chroma, color.hue)):
            if chroma == most:
                break
            least = chroma
        else:
            most = chroma
        chroma = (least + most) / 2
    light = _light(lightness, chroma, color.hue)
    return "#" + "".join(f"{round(255 * encoded(part)):02x}" for part in light)


def difference(first: Oklch, second: Oklch) -> float:
    """How far apart two colours look; about 0.02 is just seen side by side."""
    (x, y), (u, v) = (
        (color.chroma * cos(radians(color.hue)), color.chroma * sin(radians(color.hue)))
        for color in (first, second)
    )
    return hypot(first.lightness - second.lightness, x - u, y - v)


def _light(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    """Red, green and blue light, which are outside of 0 to 1 where no screen has the colour."""
    a, b = chroma * cos(radians(hue)), chroma * sin(radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _is_shown(light: tuple[float, float, float]) -> bool:
    return all(-_ROUNDING <= part <= 1 + _ROUNDING for part in light)


def light_of(color: str) -> tuple[float, ...]:
    """The red, green and blue light of a colour that is written as #rrggbb, from 0 to 1 each."""
    return tuple(_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def encoded(part: float) -> float:
    """How much of 255 is written for so much light."""
    part = min(max(part, 0.0), 1.0)
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055
