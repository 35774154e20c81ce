"""Department colours: safe for colour-blind readers, the user's own only where it is a colour."""

from itertools import combinations
from math import dist

import pytest

from orgcli.chart.deck.palette import NEUTRAL, PALETTE, departments
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


@pytest.mark.parametrize("eyes", SEEN)
def test_colours_differ_for_all_eyes(eyes: str) -> None:
    for one, other in combinations(PALETTE, 2):
        assert dist(lab(one, eyes), lab(other, eyes)) > 13, (one, other)


def test_the_first_six_differ_in_grey() -> None:
    for one, other in combinations(PALETTE[:6], 2):
        assert abs(lab(one, "normal")[0] - lab(other, "normal")[0]) > 9, (one, other)


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
    assert made.named["Sales"] == made.named["s"]
    assert made.others == 0


def test_the_smallest_departments_go_without_a_colour() -> None:
    said = [f"d{n:02}" for n in range(20) for _ in range(1 + (n >= 9))]
    made = departments(said, [])
    assert len(made.legend) == len(PALETTE) == 11
    assert made.others == 9
    assert made.named["d00"].color == NEUTRAL
    assert [one.name for one in made.legend] == [f"d{n:02}" for n in range(9, 20)]


def test_a_colour_taken_by_its_owner_is_not_given_out_again() -> None:
    made = departments(["a", "b"], [Department("b", color=PALETTE[0])])
    assert {one.name: one.color for one in made.legend} == {"b": PALETTE[0], "a": PALETTE[1]}
