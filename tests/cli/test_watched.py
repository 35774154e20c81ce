"""What a watch looks at, and what it makes of a change that comes while it reads."""

import os
import time
from pathlib import Path

import pytest

from orgcli.cli.chart.dependencies import photos_of, watched_by
from orgcli.cli.chart.request import ChartFlags, ChartTarget
from orgcli.cli.chart.watch import _Watching
from orgcli.cli.inputs import Inputs, configuration
from orgcli.cli.project import read_project_of

ORG = "organisation: N\npositions:\n  - {id: ceo, holder: Ada}\n  - {id: cro, reports_to: ceo}\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path


@pytest.mark.parametrize("late", [False, True])
def test_what_changes_while_it_is_read_is_a_change(
    here: Path, monkeypatch: pytest.MonkeyPatch, late: bool
) -> None:
    monkeypatch.chdir(here)
    (here / "org.yaml").write_text(ORG + "include: part.yaml\n", "utf-8")
    (here / "part.yaml").write_text("positions: []\n", "utf-8")
    when = time.time() + (60 if late else -60)
    os.utime(here / "part.yaml", (when, when))
    inputs, flags = Inputs(paths=("org.yaml",)), ChartFlags({}, ChartTarget(watch=True))
    watching = _Watching(inputs, flags, watched_by(inputs, configuration(inputs)))
    watching.begin()
    if not late:
        assert watching.watched.look() == watching.last_look
    else:
        assert watching.watched.look() != watching.last_look
        assert watching.change() == "part.yaml changed"
        watching.again("part.yaml changed")
        assert watching.watched.look() == watching.last_look


def test_a_folder_that_cannot_be_watched_is_looked_at(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(here)
    (here / "org.yaml").write_text(ORG, "utf-8")
    inputs, flags = Inputs(paths=("org.yaml",)), ChartFlags({}, ChartTarget(watch=True))
    watching = _Watching(inputs, flags, watched_by(inputs, configuration(inputs)))
    watching.begin()
    watching.last_look = {**watching.last_look, here / "gone" / "part.yaml": (1, 1, 1)}
    assert watching.change() == "gone/part.yaml removed"


def test_what_is_watched(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(here)
    monkeypatch.delenv("ORGCLI_CONFIG", raising=False)
    (here / "base.toml").write_text("roles = ['ours']\n", "utf-8")
    (here / "orgcli.toml").write_text("extend = 'base.toml'\nexclude = ['old']\n", "utf-8")
    (here / "org.yaml").write_text(ORG + "include: ['*.part.yaml', a/b/*.yaml]\n", "utf-8")
    (here / "x.part.yaml").write_text("positions: []\n", "utf-8")
    for name in ("a/b/one.yaml", "a/b/two.yaml", "ours/role.yaml", "ours/old/gone.yaml"):
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        text = "role: role\n" if "ours" in name else "positions: []\n"
        (here / name).write_text(text, "utf-8")
    inputs = Inputs(paths=("org.yaml",))
    project, config = read_project_of(inputs, configuration(inputs))
    watched = watched_by(inputs, config, project)
    assert watched.folders == {here / "ours", here / "roles"}
    assert watched.patterns == {(here, "*.part.yaml"), (here, "a/b/*.yaml")}
    look = {
        str(path.relative_to(here)): state is not None for path, state in watched.look().items()
    }
    assert look == {
        "org.yaml": True, "x.part.yaml": True, "a/b/one.yaml": True, "a/b/two.yaml": True,
        "ours/role.yaml": True, "orgcli.toml": True, "base.toml": True, "pyproject.toml": False,
        "org.yaml/orgcli.toml": False, "org.yaml/pyproject.toml": False,
    }  # fmt: skip


def test_a_photo_is_watched_before_it_is_there(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder is none: the chart that is written into it would be a change for ever."""
    monkeypatch.chdir(here)
    photos = ("a/ada.png", ".", "https://x.example/1.png", "../x.png")
    rows = "".join(f"  - {{id: p{at}, photo: {photo}}}\n" for at, photo in enumerate(photos))
    (here / "org.yaml").write_text(f"organisation: N\npositions:\n{rows}", "utf-8")
    inputs = Inputs(paths=("org.yaml",))
    project, config = read_project_of(inputs, configuration(inputs))
    assert photos_of(project) == [here / "a/ada.png", here]
    watched = watched_by(inputs, config, project)
    assert watched.look()[here / "a/ada.png"] is None
    assert watched.look()[here] is None
    (here / "a").mkdir()
    (here / "a/ada.png").write_bytes(b"")
    assert watched.look()[here / "a/ada.png"] is not None
