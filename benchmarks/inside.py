"""Jobs that time their own work; measure.py runs each in a process of its own.

python benchmarks/inside.py load org.yaml    prints {"whole": seconds, part: seconds, ...}
"""

import gc
import json
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from time import perf_counter

Parts = dict[str, float]

SMALL = Path(__file__).resolve().parents[1] / "examples" / "startup" / "org.yaml"


def floor(path: str) -> Parts:
    """PyYAML's C parser, every event thrown away: what any reader of YAML must pay.

    path  a file, or a folder of them
    """
    from yaml.cyaml import CParser  # type: ignore[attr-defined]
    from yaml.events import StreamEndEvent

    files = sorted(Path(path).iterdir()) if Path(path).is_dir() else [Path(path)]
    texts = [file.read_text(encoding="utf-8") for file in files]
    begin = perf_counter()
    for text in texts:
        next_event = CParser(text).get_event
        while type(next_event()) is not StreamEndEvent:
            pass
    return {"whole": perf_counter() - begin}


def safe_load(path: str) -> Parts:
    """PyYAML's own loader, the C one, as everybody calls it."""
    import yaml

    text = Path(path).read_text(encoding="utf-8")
    begin = perf_counter()
    yaml.load(text, yaml.CSafeLoader)
    return {"whole": perf_counter() - begin}


def load(path: str) -> Parts:
    """Our loader: plain values, the place of every node, duplicate keys reported."""
    from orgcli.model.source.source import Source
    from orgcli.read.syntax.parsing import parse

    source = Source(path, Path(path).read_text(encoding="utf-8"))
    begin = perf_counter()
    document, findings = parse(source)
    assert document is not None
    assert document.starts  # places are found when the first is needed
    seconds = perf_counter() - begin
    assert not findings
    return {"whole": seconds}


def validate(path: str) -> Parts:
    """A file of any format, from its bytes to the verdict of all rules, as the command does."""
    from orgcli.check.run import check
    from orgcli.model.settings import Settings
    from orgcli.read.organisation.project import read_project

    gc.disable()  # so does the command
    read_project([SMALL])  # late imports and building the validators belong to start-up
    begin = perf_counter()
    project = read_project([Path(path)])
    middle = perf_counter()
    verdict = check(project, Settings())
    end = perf_counter()
    assert verdict.summary.positions
    return {"whole": end - begin, "read": middle - begin, "rules": end - middle}


def read_both(before: str, after: str = "") -> Parts:
    """Two files from their bytes to organisations with places: what any comparison must pay."""
    return _both(before, after, compare=False)


def diff(before: str, after: str = "") -> Parts:
    """The same, and what changes between them."""
    return _both(before, after, compare=True)


def _both(before: str, after: str, compare: bool) -> Parts:
    from orgcli.changes.organisation_changes import organisation_changes
    from orgcli.read.organisation.project import read_project

    gc.disable()  # so does the command
    read_project([SMALL])
    begin = perf_counter()
    (one,), (other,) = (
        read_project([Path(path)]).organisations for path in (before, after or before)
    )
    assert one.place(0).line < other.place(len(other.positions) - 1).line  # finds all of them
    middle = perf_counter()
    if compare:
        assert organisation_changes(one, other).pairs
    end = perf_counter()
    return {"whole": end - begin, "read": middle - begin, "changes": end - middle}


def stats(path: str) -> Parts:
    """A file of any format, from its bytes to the figures of its departments, as text."""
    from orgcli.figures.organisation_figures import organisation_figures
    from orgcli.figures.report import FigureReport
    from orgcli.figures.rules import FigureRules
    from orgcli.figures.writers.text import figures_text
    from orgcli.read.organisation.project import read_project
    from orgcli.render.view import Page

    gc.disable()  # so does the command
    read_project([SMALL])
    begin = perf_counter()
    (organisation,) = read_project([Path(path)]).organisations
    middle = perf_counter()
    by = ("department",)
    report = FigureReport([organisation_figures(organisation, FigureRules(by=by))], by=by)
    assert figures_text(report, Page())
    end = perf_counter()
    return {"whole": end - begin, "read": middle - begin, "figures": end - middle}


def rules(shape: str, size: str, order: str = "") -> Parts:
    """The rules about lines on positions in memory, the resolving of the lines included."""
    from pydantic import TypeAdapter

    from generate import positions
    from orgcli.check.run import check
    from orgcli.model.organisation.organisation import Organisation
    from orgcli.model.organisation.position import Position
    from orgcli.model.project import Project
    from orgcli.model.settings import Settings

    gc.disable()  # so does the command
    rows = positions(shape, int(size), shuffle=order == "shuffled")
    records = (row.record() for row in rows)
    adapter = TypeAdapter(Position)
    made = [adapter.validate_python(record) for record in records]
    organisation = Organisation("Generated", made)
    begin = perf_counter()
    lines = organisation.lines
    middle = perf_counter()
    project = Project([organisation])
    check(project, Settings(select=tuple(f"ORG10{last}" for last in range(1, 10))))
    end = perf_counter()
    check(project, Settings())
    every = perf_counter()
    assert len(lines.manager) == int(size)
    return {
        "whole": end - begin,
        "lines": middle - begin,
        "rules": end - middle,
        "every rule": every - end,
    }


def chart(path: str) -> Parts:
    """A chart from YAML to SVG, step by step as orgcli.chart.draw takes them."""

    from orgcli.chart.chart import Chart
    from orgcli.chart.deck.cards import cards
    from orgcli.chart.formats import FORMATS
    from orgcli.chart.graphviz.sheet import sheet
    from orgcli.chart.layout.layout import SCREEN
    from orgcli.chart.paper.card_text import ROOMY
    from orgcli.chart.paper.deck_texts import card_texts
    from orgcli.chart.paper.heading import heading, legend
    from orgcli.chart.paper.page_fitting import FittedChart, lay_out
    from orgcli.model.organisation.organisation import Titles
    from orgcli.model.request.chart_request import USUAL
    from orgcli.read.organisation.project import read_project

    gc.disable()  # so does the command
    clock = [perf_counter()]
    (organisation,) = read_project([Path(path)]).organisations
    clock.append(perf_counter())
    deck = cards(organisation, Titles({}))
    contents = card_texts(deck, ROOMY, USUAL.density)
    clock.append(perf_counter())
    placed = lay_out(deck, USUAL, [SCREEN], contents)
    clock.append(perf_counter())
    around = heading(deck, placed.width), legend(deck, placed.width)
    page = sheet(deck, FittedChart(contents, placed, *around))
    clock.append(perf_counter())
    drawn = Chart(deck)
    vars(drawn)["sheet"] = page  # placed above, each step with its time
    FORMATS["svg"].draw(drawn)
    clock.append(perf_counter())
    steps = ("read", "cards", "layout", "painting", "drawing")
    taken = [after - before for before, after in pairwise(clock)]
    return {"whole": sum(taken), **dict(zip(steps, taken, strict=True))}


JOBS: dict[str, Callable[..., Parts]] = {
    job.__name__: job
    for job in (floor, safe_load, load, validate, read_both, diff, stats, rules, chart)
}


if __name__ == "__main__":
    _, name, *arguments = sys.argv
    sys.stdout.write(json.dumps(JOBS[name](*arguments)))
