"""What the tests of the page share: organisations, and how they are shown and looked at."""

from importlib.resources import files
from pathlib import Path
from typing import Any

from chart_samples import whole

from browser import WINDOW, Page
from orgcli import read_project, role_titles
from orgcli.chart.chart import Chart
from orgcli.chart.draw import chart_of
from orgcli.chart.web.page import html
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import Position

WEB = files("orgcli.chart") / "web"
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
DESKTOP, PHONE = WINDOW, (390, 844)
SHOWN = "[...document.querySelectorAll('#cards > .card')]"


def northwind() -> Chart:
    project = read_project([EXAMPLES / "northwind-robotics"])
    return chart_of(project.organisations[0], role_titles(project))


def chart(organisation: Organisation, **kind: Any) -> Chart:
    photo = kind.pop("photo", None)
    return chart_of(organisation, Titles({}), whole(**kind), photo)


def company(count: int, span: int = 7) -> Organisation:
    positions = [
        Position(
            f"p-{at}",
            "Chief Executive Officer" if not at else ("Engineer", "Seller", "Buyer")[at % 3],
            holder=(f"{('Ann', 'Bo', 'Łukasz', 'Zoë')[at % 4]} Person{at}",),
            reports_to=f"p-{(at - 1) // span}" if at else None,
            department=f"Team {at % 5}",
        )
        for at in range(count)
    ]
    return Organisation("Big", positions)


def show(page: Page, made: Chart, folder: Path, fragment: str = "") -> Path:
    path = folder / "chart.html"
    path.write_text(html(made), encoding="utf-8")
    page.open(path, fragment)
    page.still()
    return path


def names(page: Page, selector: str = "") -> list[str]:
    """The keys of the positions whose cards are drawn, in their order."""
    return page.run(f"{SHOWN}.filter(c => c.matches('{selector or '.card'}')).map({SAID})")


SAID = "c => c.querySelector('.name').textContent"


def focused(page: Page) -> str:
    return page.run(
        "document.activeElement.closest('.card')?.querySelector('.name').textContent ?? ''"
    )


def scale(page: Page) -> float:
    transform = page.run("document.getElementById('paper').style.transform")
    return float(transform.partition("scale(")[2][:-1])


def slowness(page: Page) -> float:
    """How many times as long as on a computer with nothing else to do a loop takes, at least 1."""
    loop = (
        "(() => { const start = performance.now(), made = new Map();"
        " for (let n = 0; n < 50_000; n++) made.set('k' + n, [n]);"
        " return performance.now() - start; })()"
    )
    return max(1, min(page.run(loop) for _ in range(3)) / 20)
