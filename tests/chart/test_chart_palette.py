"""Department colours: safe for colour-blind readers, the user's own only where it is a colour."""

from itertools import combinations
from math import dist

import pytest

from orgcli.chart.color.group_codes import group_codes
from orgcli.chart.color.oklch import Oklch, color_of_oklch, difference, oklch_of
from orgcli.chart.color.palette import NEUTRAL, PALETTE, departments, hues, shades
from orgcli.model.organisation.color import color_of
from orgcli.model.organisation.organisation import Department

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
SEEN = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(channel: str) -> float:
    value = int(channel, 16) / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def lab(color: str, eyes: str) -> tuple[float, float, float]:
    rgb = [linear(color[at : at + 2]) for at in (1, 3, 5)]
    seen = [sum(k * v for k, v in zip(row, rgb, strict=True)) for row in SEEN[eyes]]
    red, green, blue = (min(1.0, max(0.0, value)) for value in seen)
    xyz = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
    )
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def oklab(color: str, eyes: str) -> tuple[float, float, float]:
    rgb = [linear(color[at : at + 2]) for at in (1, 3, 5)]
    seen = [sum(k * v for k, v in zip(row, rgb, strict=True)) for row in SEEN[eyes]]
    red, green, blue = (min(1.0, max(0.0, value)) for value in seen)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


@pytest.mark.parametrize("eyes", SEEN)
@pytest.mark.parametrize(("first", "apart"), [(5, 0.07), (12, 0.045)])
def test_colours_differ_for_all_eyes(eyes: str, first: int, apart: float) -> None:
    """In OKLab, where 0.02 is just seen; the first ones, which most charts have, differ more."""
    for one, other in combinations(PALETTE[:first], 2):
        assert dist(oklab(one, eyes), oklab(other, eyes)) > apart, (one, other)


def test_colours_have_the_same_weight() -> None:
    made = [oklch_of(color) for color in PALETTE]
    assert len(made) == 12
    assert all(abs(one.chroma - 0.11) < 0.003 for one in made), "none is greyer than another"
    assert all(abs(one.lightness - 0.57) < 0.085 for one in made), "none is much darker"
    apart = (abs(one.hue - other.hue) % 360 for one, other in combinations(made, 2))
    assert min(min(gap, 360 - gap) for gap in apart) > 18
    assert min(difference(one, oklch_of(NEUTRAL)) for one in made) > 0.15, "grey is for none"


def test_colours_go_back_and_forth() -> None:
    for color in (*PALETTE, "#000000", "#ffffff", "#ff0000", "#00ff00", "#0000ff", NEUTRAL):
        assert color_of_oklch(oklch_of(color)) == color
    assert color_of_oklch(Oklch(0.5, 0.4, 195)).startswith("#"), "no screen has this"


@pytest.mark.parametrize("brand", ["#0a5cff", "#ffcc00", "#000000", PALETTE[3]])
def test_a_brand_is_the_first_colour(brand: str) -> None:
    made = hues(brand)
    assert made[0] == brand and 10 <= len(made) <= 12
    assert set(made[1:]) <= set(PALETTE)
    others = (difference(oklch_of(brand), oklch_of(one)) for one in made[1:])
    assert min(others) > 0.07


def test_parts_have_shades_of_the_whole() -> None:
    listed = [
        Department("s", "Sales"),
        Department("n", "North", parent="s"),
        Department("b", "Bergen", parent="n"),
        Department("own", "Own", parent="s", color="#123456"),
        Department("f", "Finance"),
        Department("x", parent="y"),
        Department("y", parent="x"),
    ]
    made = departments(["n", "b", "s", "f", "own", "x", "y"], listed)
    color = {one.name: one.color for one in made.legend}
    assert (color["Sales"], color["Finance"], color["Own"]) == (PALETTE[0], PALETTE[1], "#123456")
    sales, north, bergen = (oklch_of(color[name]) for name in ("Sales", "North", "Bergen"))
    for part in (north, bergen):
        assert min(abs(part.hue - sales.hue), 1) < 5 or part.chroma < 0.03
        assert abs(part.lightness - sales.lightness) > 0.04
    assert len(set(color.values())) == 7
    assert color["x"] == PALETTE[2], "a ring of parts is no part of anything"
    without_the_whole = departments(["n", "f"], listed)
    assert [one.name for one in without_the_whole.legend] == ["North", "Finance"]
    assert without_the_whole.by_group["f"].color == PALETTE[1]


@pytest.mark.parametrize("count", [1, 2, 5, 20])
def test_shades_differ_from_the_colour(count: int) -> None:
    for color in (*PALETTE, "#ffffff", "#000000", "#ffcc00"):
        made = shades(color, count)
        assert len(set(made)) == count and color not in made


def test_codes_are_short_and_unique() -> None:
    names = ["Engineering", "Engines", "Operations", "Customer Service", "R&D", "level 1",
             "level 12", "IT", "", "🎉", "a", "営業部", "Research and Development", "Sales",
             *(f"Sales {at}" for at in range(300))]  # fmt: skip
    codes = group_codes(names)
    assert list(codes.values())[:8] == ["ENG", "ENI", "OPS", "CS", "RD", "L1", "L12", "IT"]
    assert len(set(codes.values())) == len(names)
    assert all(2 <= len(code) <= 3 for code in codes.values())


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ("#AbCdEf", "#abcdef"),
        ("Red", "#c8322b"),
        ("", None),
        ("#abc", "#aabbcc"),
        ("#abcd", None),
        ("#abcdef\n", "#abcdef"),
        ("url(http://example.org)", None),
        ('"><script>', None),
        ("transparent", None),
        ("/svg/red", None),
    ],
)
def test_own_colours(text: str, color: str | None) -> None:
    assert color_of(text) == color


def test_names_come_from_the_list_by_id_or_name() -> None:
    listed = [Department("s", "Sales", color="#123456"), Department("m", "Marketing")]
    made = departments(["m", "Sales", "s", None, "Legal"], listed)
    assert [(one.name, one.color) for one in made.legend] == [
        ("Sales", "#123456"),
        ("Marketing", PALETTE[0]),
        ("Legal", PALETTE[1]),
    ]
    assert made.by_group["Sales"] == made.by_group["s"]
    assert all(one in made.legend for one in made.by_group.values())


def test_the_smallest_departments_go_without_a_colour() -> None:
    said = [f"d{n:02}" for n in range(20) for _ in range(1 + (n >= 9))]
    made = departments(said, [])
    assert len(made.legend) == len(PALETTE) == 12
    assert sum(one.color == NEUTRAL for one in made.by_group.values()) == 8
    assert (made.by_group["d01"].color, made.by_group["d01"].code) == (NEUTRAL, "")
    assert [one.name for one in made.legend] == ["d00", *(f"d{n:02}" for n in range(9, 20))]


def test_a_colour_taken_by_its_owner_is_not_given_out_again() -> None:
    made = departments(["a", "b"], [Department("b", color=PALETTE[0])])
    assert {one.name: one.color for one in made.legend} == {"b": PALETTE[0], "a": PALETTE[1]}
