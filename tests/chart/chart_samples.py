"""Organisations and shapes that several chart tests draw."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from orgcli.model.organisation.organisation import Department, Organisation
from orgcli.model.organisation.position import Position
from orgcli.model.request.chart_request import ChartRequest

Forest = list[int]


def whole(**fields: Any) -> ChartRequest:
    """A request that draws closed positions too, which the samples have."""
    return ChartRequest(show_closed=True, **fields)


@st.composite
def forests(draw: st.DrawFn, most: int = 60) -> Forest:
    """Per card its manager or -1, from chains to stars, in any order of the file."""
    count = draw(st.integers(1, most))
    reach = draw(st.sampled_from([1, 2, 5, 20, 1000]))
    from_end = draw(st.booleans())
    manager = [-1]
    for card in range(1, count):
        if draw(st.integers(0, 12)) == 0:
            manager.append(-1)
        elif from_end:
            manager.append(draw(st.integers(max(0, card - reach), card - 1)))
        else:
            manager.append(draw(st.integers(0, min(reach, card) - 1)))
    if draw(st.booleans()):
        return manager
    order = draw(st.permutations(range(count)))
    shuffled = [-1] * count
    for card, above in enumerate(manager):
        shuffled[order[card]] = order[above] if above >= 0 else -1
    return shuffled


def wide_tree(spans: Sequence[int]) -> Forest:
    """A tree in which every card of a layer has as many reports as the span of that layer."""
    manager = [-1]
    layer = [0]
    for span in spans:
        below = []
        for above in layer:
            for _ in range(span):
                below.append(len(manager))
                manager.append(above)
        layer = below
    return manager


def sales_team() -> Organisation:
    """Every kind of card: assistant, job share, open, planned, closed, headcount, long text."""
    return Organisation(
        "Northwind Robotics: sales",
        [
            Position("cro", "Chief Revenue Officer", holder=("Priya Vasquez",), department="exec"),
            Position("ea", "Assistant", holder=("Vera Cruz",), reports_to="cro", assistant=True),
            Position(
                "vp", "VP Sales", holder=("Ben Li", "Ana Cruz"), reports_to="cro", department="s"
            ),
            Position("ae-1", "Account Executive", holder=("Zoe Chen",), reports_to="vp"),
            Position("ae-2", "Account Executive", reports_to="vp", department="s"),
            Position("ae-3", "Account Executive", reports_to="vp", status="planned"),
            Position("ae-4", "Field Marketing", holder=("Ida",), reports_to="vp", status="closed"),
            Position(
                "sdr",
                "Head of Sales Development, Europe, Middle East and Africa",
                holder=("Maximiliane von Hohenzollern-Sigmaringen",),
                reports_to="cro",
                department="Sales Development",
            ),
            Position("sdrs", "Sales Development Representative", reports_to="sdr", headcount=12),
        ],
        [Department("exec", "Executive"), Department("s", "Sales", color="#009E73")],
    )


def tangled() -> Organisation:
    """A ring of three with people below, one that reports to itself, strays, a duplicate id."""
    return Organisation(
        "Tangled",
        [
            Position("ceo", "Chief Executive Officer", holder=("Ann Abel",)),
            Position("x", "VP X", holder=("Xi Wang",), reports_to="z"),
            Position("y", "VP Y", holder=("Yves Young",), reports_to="x"),
            Position("z", "VP Z", holder=("Zoe Zhang",), reports_to="y"),
            Position("z1", "Representative", holder=("Ray",), reports_to="z"),
            Position("s", "Soloist", holder=("Selma",), reports_to="s"),
            Position("u", "Account Executive", holder=("Uma",), reports_to="vp-emae"),
            Position("u1", "Account Executive", holder=("Una",), reports_to="u"),
            Position("ceo", "Chief Evangelist", holder=("Bob",)),
        ],
    )


HOSTILE = (
    "[red]boom[/red]",
    "<b>&\"'</b>",
    "\x1b[31mred\x1b[0m",
    "\\N \\G \\E \\T \\H \\L \\l \\n \\\\ end\\",
    "line\nbreak\ttab\rback",
    "\u202egnitsaw\u202c",
    "</svg><script>alert(1)</script>",
    "&amp; &lt; &#65;",
    "--> <!-- ]]> <![CDATA[",
    'a" xlink:title="b" font-family="Helvetica,Arial,sans-serif"',
    'charset="latin-1"',
    "p:port:n",
    "digraph",
    "\ufffe\uffff",
    "%s {0} $HOME `id` %(x)s",
    " ",
    "\u200b",
    "-1.5",
    "W" * 300,
    "word " * 100,
    "王" * 60,
    "👨‍👩‍👧‍👦" * 30,
    "محمد بن راشد آل مكتوم",
    "יעל כהן",
    "नरेन्द्र मोदी",
    "a" + "\u0301" * 200,
)
"""Text that some layer below us would obey, refuse or break on."""


def hostile() -> Organisation:
    """Each of those texts as organisation, id, title, holder and department at once."""
    return Organisation(
        HOSTILE[1],
        [
            Position("root", "Root", holder=("Root",)),
            *(
                Position(text, text, holder=(text,), reports_to="root", department=text)
                for text in HOSTILE
            ),
        ],
        [Department(text, text, color=text) for text in HOSTILE],
    )
