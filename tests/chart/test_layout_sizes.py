"""How much room known trees take: a change of what is tried or chosen is seen here by its sizes.

The other tests of the layout hold of any arrangement, also of one that wastes half of the paper.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from chart_samples import Forest, wide_tree

from orgcli.chart.layout.cutting import Room, cut
from orgcli.chart.layout.layout import Layout, Target, layout
from orgcli.chart.layout.tree import tree_of

GOLDEN = Path(__file__).parent / "golden"
WIDTH = 172
TARGETS = {
    "screen": Target(1.5, 1),
    "page": Target(1, 1.41),
    "strip": Target(6, 1),
    "column": Target(1, 10),
}


class Sample(NamedTuple):
    """Trees with what is said of their cards; `rows` makes panels of them."""

    manager: Forest
    heights: list[int]
    assistants: list[bool]
    rows: list[int]


def _sample(manager: Forest, seed: int) -> Sample:
    chance = Random(seed)
    count = len(manager)
    heights = [chance.choice((40, 40, 40, 52, 76)) for _ in manager]
    assistants = [above >= 0 and chance.random() < 0.08 for above in manager]
    rows = [chance.choice((24, 24, 24, 36, 0)) if seed % 2 else 0 for _ in range(count)]
    return Sample(manager, heights, assistants, rows)


def _grown(seed: int, count: int, reach: int) -> Forest:
    """Everybody reports to one of the `reach` who came last, or of the first where it is 0."""
    chance = Random(seed)
    nearest = range(1, count)
    return [-1, *(chance.randrange(max(0, at - reach) if reach else 0, at) for at in nearest)]


SAMPLES: dict[str, Sample] = {
    **{
        f"{kind} {seed}": _sample(_grown(seed, count, reach), seed)
        for kind, count, reach in (("company", 70, 0), ("deep", 30, 4), ("broad", 45, 25))
        for seed in (1, 2, 3, 4)
    },
    "stacks 3": _sample(_grown(3, 40, 8), 3),
    "stacks 4": _sample(_grown(4, 60, 0), 4),
    "stacks 45": _sample(_grown(45, 60, 0), 45),
    "teams": _sample(wide_tree([6, 7]), 5),
    "large teams": _sample(wide_tree([4, 24]), 1),
    "long lines": _sample(_grown(25, 30, 3), 25),
    "regular": _sample(wide_tree([3, 3, 3]), 6),
    "ten peers": _sample(wide_tree([10, 2]), 8),
    "sixty peers": _sample(wide_tree([60]), 10),
    "98 peers": _sample(wide_tree([98]), 12),
    "two of 90": _sample(wide_tree([2, 90]), 12),
    "120 of one": _sample(wide_tree([120, 1]), 12),
    "240 of one": _sample(wide_tree([240, 1]), 12),
    "44 of one": _sample(wide_tree([44, 1]), 12),
    "30 of two": _sample(wide_tree([30, 2]), 12),
    "many": _sample(_grown(7, 1_600, 0), 7),
    "many 9": _sample(_grown(9, 1_600, 0), 9),
    "several tops": _sample([-1, 0, 0, -1, 3, 3, 3, 6, -1, -1, 9, 10, -1], 9),
}


def _placed(sample: Sample, target: Target, upright: int) -> Layout:
    manager, heights, assistants, rows = sample
    return layout(manager, heights, assistants, WIDTH, [target], upright, row_heights=rows)


def _sizes() -> Iterator[str]:
    for name, sample in SAMPLES.items():
        for said, target in TARGETS.items():
            for upright in (0, 1) if len(sample.manager) < 100 else (1,):
                placed = _placed(sample, target, upright)
                count = len(placed.boxes)
                middle = [sum(box[at] for box in placed.boxes) / count for at in (0, 1)]
                yield (
                    f"{name:<13} {said:<7} {upright}  {placed.width:>6} x {placed.height:<6}"
                    f" {len(placed.panels):>3} panels  {middle[0]:.1f}, {middle[1]:.1f}\n"
                )


def test_the_room_that_known_trees_take(golden: Callable[[Path, str], None]) -> None:
    """Per tree: size in points, panels, and the mean of the corners of its cards."""
    golden(GOLDEN / "layout_sizes.txt", "".join(_sizes()))


def _parts(sample: Sample, branches: bool) -> Iterator[str]:
    manager, heights, assistants, rows = sample
    for room in (Room(1_000, 700), Room(600, 400)):
        tree = tree_of(manager, heights, assistants, WIDTH, row_heights=rows)
        parts = cut(tree, room, branches)
        said = (f"{part.head}:{len(part.cards)}:{part.fill:.2f}" for part in parts)
        yield f"{room.width} x {room.height}  {' '.join(said)}\n"


def test_the_pages_that_known_trees_are_cut_into(golden: Callable[[Path, str], None]) -> None:
    """Per page: the card at the top, how many there are, and how full it is."""
    said = ""
    for name, sample in SAMPLES.items():
        if len(sample.manager) < 100:
            for branches in (False, True):
                said += f"{name}{', by branch' if branches else ''}\n"
                said += "".join(_parts(sample, branches))
    golden(GOLDEN / "layout_pages.txt", said)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_target_is_filled_best_by_the_layout_that_is_made_for_it(name: str) -> None:
    sample = SAMPLES[name]
    placed = {said: _placed(sample, target, 0) for said, target in TARGETS.items()}
    for said, target in TARGETS.items():
        own = target.scale(placed[said].width, placed[said].height)
        others = max(target.scale(one.width, one.height) for one in placed.values())
        assert own >= others * 0.9, said
