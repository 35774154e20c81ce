"""Our verdict on organograms is that of the government's validator, on tables changed at random."""

import csv
import io
import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from organogram_official import LINE, NAME, REF, Row, faults, only_ours
from organogram_tables import JUNIOR, SENIOR, found, juniors, post

Tables = tuple[list[Row], list[Row]]
Change = Callable[[random.Random, list[Row], list[Row]], None]


def some(dice: random.Random) -> Tables:
    """A sound body of up to forty senior posts."""
    prefix = dice.choice(["", "", "A", "1a-"])
    refs = [f"{prefix}{number}" for number in dice.sample(range(1, 400), dice.randint(1, 40))]
    senior = [post(refs[0], dice.choice(["XX", "xx"]), "Ana")]
    for at, ref in enumerate(refs[1:], 1):
        line = "XX" if dice.random() < 0.03 else refs[dice.randrange(at)]
        senior.append(post(ref, line, dice.choice(["N/D", "Ben", "Vacant", "N/A"])))
    return senior, [juniors(dice.choice(refs)) for _ in range(dice.randint(0, 30))]


def _self(dice: random.Random, senior: list[Row], _junior: list[Row]) -> None:
    row = dice.choice(senior)
    row[LINE] = row[REF]


def _unknown(dice: random.Random, senior: list[Row], _junior: list[Row]) -> None:
    dice.choice(senior)[LINE] = dice.choice(["9999", "0", "", "xx ", "XXX", "a1", "001"])


def _ring(dice: random.Random, senior: list[Row], _junior: list[Row]) -> None:
    ring = dice.sample(senior, min(len(senior), dice.randint(2, 4)))
    for row, above in zip(ring, [*ring[1:], ring[0]], strict=True):
        row[LINE] = above[REF]
    if dice.random() < 0.3:
        dice.choice(ring)[NAME] = "Eliminated"


def _eliminate(dice: random.Random, senior: list[Row], _junior: list[Row]) -> None:
    dice.choice(senior)[NAME] = "Eliminated"


def _again(dice: random.Random, senior: list[Row], _junior: list[Row]) -> None:
    row = dict(dice.choice(senior))
    for name in dice.sample(SENIOR[1:], dice.randint(0, 3)):
        row[name] = dice.choice(["", "N/D", "Eliminated", "1", row[REF]])
    senior.insert(dice.randrange(len(senior) + 1), row)


def _nought(dice: random.Random, senior: list[Row], _junior: list[Row]) -> None:
    ref = dice.choice(["0", "0", "XX", "xx"])
    for _ in range(dice.randint(1, 3)):
        line = dice.choice(["XX", "0", dice.choice(senior)[REF]])
        senior.insert(dice.randrange(len(senior) + 1), post(ref, line, Unit=dice.choice("AB")))
    if dice.random() < 0.3:
        dice.choice(senior)[LINE] = ref


def _blank(dice: random.Random, senior: list[Row], junior: list[Row]) -> None:
    row = dict.fromkeys(SENIOR, "")
    for name in dice.sample(SENIOR, dice.randint(0, 3)):
        row[name] = dice.choice(["1", "x", " "])
    senior.insert(dice.randrange(len(senior) + 1), row)
    row = dict.fromkeys(JUNIOR, "")
    for name in dice.sample(JUNIOR, dice.randint(0, 2)):
        row[name] = dice.choice(["1", "x", " "])
    junior.append(row)


def _below(dice: random.Random, senior: list[Row], junior: list[Row]) -> None:
    junior.append(juniors(dice.choice([dice.choice(senior)[REF], "XX", "0", "404", "nan"])))


CHANGES: list[Change] = [_self, _unknown, _ring, _eliminate, _again, _nought, _blank, _below]

_OLDER = {
    "Grade (or equivalent)": "Grade",
    "Total Pay (£)": "",
    "Actual Pay Floor (£)": "Actual Pay Floor",
}


def render(dice: random.Random, path: Path, headings: Sequence[str], rows: Sequence[Row]) -> Path:
    """The table as some year, program and hand would have left it."""
    order = list(headings)
    if dice.random() < 0.5:
        dice.shuffle(order)
    names = [_OLDER.get(name, name) for name in order] if dice.random() < 0.5 else order
    if dice.random() < 0.2:
        names = list(map(dice.choice([str.upper, str.lower, "  {} ".format]), names))
    lines = [[row.get(name, "") for name in order] for row in rows]
    if dice.random() < 0.3:
        names, lines = ["", *names], [[str(at), *line] for at, line in enumerate(lines)]
    for _ in range(dice.randint(0, 2)):
        lines.insert(dice.randint(0, len(lines)), [""] * dice.randint(0, len(names) + 2))
    titles = [["Posts as at 30 September 2013"], [], ["Body", "Lamp Agency"]][: dice.randint(0, 3)]
    buffer = io.StringIO(newline="")
    quoting = dice.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
    end = dice.choice(["\n", "\r\n"])
    writer = csv.writer(buffer, quoting=quoting, lineterminator=end, delimiter=dice.choice(",,;\t"))
    writer.writerows([*(titles if dice.random() < 0.3 else []), names, *lines])
    encoding = dice.choice(["utf-8", "utf-8-sig", "cp1252", "utf-16"])
    path.write_bytes(buffer.getvalue().encode(encoding, "replace"))
    return path


def compare(tmp_path: Path, dice: random.Random, senior: list[Row], junior: list[Row]) -> bool:
    """Whether there are official faults, once our verdict on the rendered tables is the same."""
    official = faults(senior, junior)
    files = [
        render(dice, tmp_path / "senior.csv", list(senior[0]), senior),
        render(dice, tmp_path / "junior.csv", JUNIOR, junior),
    ]
    ours = found(files)
    expected = bool(official) or only_ours(senior, junior)
    assert bool(ours) == expected, (official, ours, senior, junior)
    return bool(official)


@pytest.mark.parametrize("part", range(8))
def test_random_bodies(tmp_path: Path, part: int) -> None:
    verdicts = []
    for seed in range(part * 60, part * 60 + 60):
        dice = random.Random(seed)
        senior, junior = some(dice)
        for change in dice.choices(CHANGES, k=dice.choice([0, 1, 1, 2, 3])):
            change(dice, senior, junior)
        verdicts.append(compare(tmp_path, dice, senior, junior))
    assert 10 < sum(verdicts) < 55


_BODIES = ("acas", "natural-england", "des", "dwp", "air", "home-office", "opo")


@pytest.mark.parametrize("body", _BODIES)
def test_real_bodies_changed_at_random(tmp_path: Path, shared_data: Path, body: str) -> None:
    folder = shared_data / "uk-organograms"
    tables = []
    for rank in ("senior", "junior"):
        with (folder / f"{body}-{rank}.csv").open(encoding="utf-8", newline="") as stream:
            tables.append([{k: v for k, v in row.items() if k} for row in csv.DictReader(stream)])
    for row in tables[0]:
        row[NAME] = "Eliminated" if "liminated" in row[NAME] else row[NAME]
    for seed in range(30):
        dice = random.Random(seed)
        senior, junior = ([dict(row) for row in table] for table in tables)
        for change in dice.choices(CHANGES, k=seed % 4):
            change(dice, senior, junior)
        for row in senior:
            for name in {name for row in senior for name in row} - set(row):
                row[name] = ""
        compare(tmp_path, dice, senior, junior)
