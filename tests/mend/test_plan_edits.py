"""Plans at random: what `orgcli apply` makes of files is what a plan makes of them in memory."""

import json
import shutil
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr
from dataclasses import fields, replace
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_exact_edits import files, step_of, verbs

from command_line import run_in
from orgcli.cli.edit.plan_run import applied
from orgcli.cli.edit.results import EditedFiles, EditSource
from orgcli.cli.edit.verification import differing
from orgcli.cli.inputs import Inputs, configuration
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.plan import STEPS, PlanStep
from orgcli.plans.plan_outcome import planned_project
from orgcli.plans.seat_changes import RefusedEdit
from orgcli.plans.seats_after import organisation_after
from orgcli.plans.step_changes import step_changes
from orgcli.read.organisation.project import read_project
from timing import cpu_seconds

Verb = tuple[str, int, int, str]


def possible_steps(several: Sequence[Verb], start: Organisation) -> list[PlanStep]:
    """The steps of some verbs that can be made, each on what those before it left."""
    steps: list[PlanStep] = []
    state = start
    for number, verb in enumerate(several):
        step = step_of(verb, state)
        if "add" in values_of(step):
            step = replace(step, id=f"new-{number}")
        try:
            state = organisation_after(state, step_changes(step, state, Titles({})))
        except RefusedEdit:
            continue
        steps.append(step)
    return steps


def values_of(step: PlanStep) -> Mapping[str, Any]:
    """What a plan has to say of a step; days as text, and nothing that is as usual."""
    written = {}
    for one in fields(step):
        value = getattr(step, one.name)
        if value != one.default:
            written[one.name] = value.isoformat() if isinstance(value, date) else value
    return written


def written_plan(steps: Sequence[PlanStep], how: str) -> bytes:
    value = {"plan": "P", "steps": [values_of(one) for one in steps]}
    if how == "json":
        return json.dumps(value, ensure_ascii=False, indent=1).encode()
    flow = {"flow": True, "block": False, "mixed": None}[how]
    text = yaml.safe_dump(value, sort_keys=False, allow_unicode=True, default_flow_style=flow)
    return text.encode()


def made_of(folder: Path, plan: str) -> EditedFiles:
    inputs = Inputs(paths=(str(folder / "org.yaml"),), isolated=True, plan=plan)
    project = read_project([folder / "org.yaml", plan])
    return applied(EditSource(inputs, configuration(inputs)), project, plan, None)


@given(
    content=files(),
    several=st.lists(verbs(), min_size=1, max_size=6),
    how=st.sampled_from(["block", "flow", "mixed", "json"]),
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_files_become_what_the_plan_says(
    content: dict[str, bytes],
    several: list[Verb],
    how: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("plan")
    for name, raw in content.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(raw)
    (start,) = read_project([folder / "org.yaml"]).organisations
    steps = possible_steps(several, start)
    plan = folder / ("p.json" if how == "json" else "p.yaml")
    plan.write_bytes(written_plan(steps, how))
    if not steps:
        return
    project = read_project([folder / "org.yaml", plan])
    assert project.plans[0].complete and project.plans[0].steps == tuple(steps)
    planned = planned_project(project, project.plans[0]).organisations[0]
    stderr = StringIO()
    try:
        with redirect_stderr(stderr):
            made = made_of(folder, str(plan))
    except SystemExit:
        said = stderr.getvalue()
        assert "would be read otherwise" not in said and "marks the steps" not in said, said
        return
    now = made.after.organisations[0]
    assert not differing(now, {one.id: one for one in planned.positions})
    (marked,) = made.after.plans
    assert [one.done for one in marked.steps] == [True] * len(steps)
    assert not marked.coming()
    shutil.rmtree(folder)


ORG = "organisation: N\npositions:\n  - id: a\n  - id: b\n    reports_to: a\n"
PLAN = """\
# What is to come
plan: Q3   # of the year
steps:
  - move: b    # nobody
    to: c
    date: 2027-08-01

  - {add: C, id: c, to: a, date: 2027-07-01}   # first
  - set: b
    fields:
      title: |
        Head
    # behind it
# The end
"""


def test_only_the_steps_that_are_made_are_marked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "org.yaml").write_text(ORG)
    plan = tmp_path / "plans/q3.yaml"
    plan.write_text(PLAN)
    code, _, err = run_in(tmp_path, "orgcli apply q3 --until 2027-07-31", monkeypatch)
    assert (code, err) == (0, "orgcli: `org.yaml`, `plans/q3.yaml` changed\n")
    first = PLAN.replace("2027-07-01}", "2027-07-01, done: true}").replace(
        "        Head\n", "        Head\n    done: true\n"
    )
    assert plan.read_text() == first
    code, _, err = run_in(tmp_path, "orgcli apply q3", monkeypatch)
    assert (code, err) == (0, "orgcli: `org.yaml`, `plans/q3.yaml` changed\n")
    assert plan.read_text() == first.replace("2027-08-01\n", "2027-08-01\n    done: true\n")
    assert "reports_to: c" in (tmp_path / "org.yaml").read_text()
    code, _, err = run_in(tmp_path, "orgcli apply q3", monkeypatch)
    assert (code, err) == (0, "orgcli: nothing to change\n")
    code, out, err = run_in(tmp_path, "orgcli validate", monkeypatch)
    assert code == 0, out + err


def test_a_step_that_says_it_is_not_made_says_that_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "org.yaml").write_text(ORG)
    plan = tmp_path / "plans/q3.yaml"
    text = (
        "plan: Q3\nsteps:\n  - done: false  # soon\n    close: b\n"
        "  - {add: C, id: c, done: false, to: a}\n"
    )
    plan.write_text(text)
    code, _, err = run_in(tmp_path, "orgcli apply q3", monkeypatch)
    assert (code, err) == (0, "orgcli: `org.yaml`, `plans/q3.yaml` changed\n")
    assert plan.read_text() == text.replace("false", "true")


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (
            "plan: P\nsteps:\n  - move: b\n    to: x\n",
            "plans/p.yaml:3:5: no position is called `x`",
        ),
        ("plan: P\nsteps:\n  - mvoe: b\n", "the plan cannot be read completely"),
        ("plan: P\nsteps: []\n", "the plan cannot be read completely"),
        ("plan: P\nsteps:\n  - &s {close: b}\n  - *s\n", "`b` is closed already"),
        ("plan: P\nsteps:\n  - set: b\n    fields: {role: no-role}\n", "would add 1 error"),
        ("plan: P\nsteps:\n  - &s {close: b}\nnote: &n x\n", ""),
    ],
)
def test_nothing_is_written_where_a_step_cannot_be_made(
    plan: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "org.yaml").write_text(ORG)
    (tmp_path / "plans/p.yaml").write_text(plan)
    code, _, err = run_in(tmp_path, "orgcli apply p", monkeypatch)
    assert code == (2 if said else 0) and said in err, err
    if said:
        assert (tmp_path / "org.yaml").read_text() == ORG
        assert (tmp_path / "plans/p.yaml").read_text() == plan


def test_a_plan_keeps_no_edit_from_being_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was planned can be done by hand; `validate` says then that the step cannot be made."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "org.yaml").write_text(ORG)
    (tmp_path / "plans/p.yaml").write_text("plan: P\nsteps:\n  - close: b\n")
    code, _, err = run_in(tmp_path, "orgcli close b", monkeypatch)
    assert (code, err) == (0, "orgcli: `org.yaml` changed\n")
    code, out, _ = run_in(tmp_path, "orgcli validate", monkeypatch)
    assert code == 1 and "ORG501" in out and "`b` is closed already" in out


@pytest.mark.parametrize(
    ("plan", "marked"),
    [
        (
            "plan: P\nsteps:\n  - close: b\n    note: |+\n      kept\n\n\n",
            "plan: P\nsteps:\n  - close: b\n    done: true\n    note: |+\n      kept\n\n\n",
        ),
        (
            "plan: P\nsteps:\n  - set: b\n    fields:\n      title: >2+\n        B\n\n",
            "plan: P\nsteps:\n  - set: b\n    done: true\n    fields:\n"
            "      title: >2+\n        B\n\n",
        ),
        (
            "plan: P\nsteps:\n  - close: &b b\n    date: &day 2027-01-01\n"
            "  - set: *b\n    fields: {title: B}\n    date: *day\n",
            "plan: P\nsteps:\n  - close: &b b\n    date: &day 2027-01-01\n    done: true\n"
            "  - set: *b\n    fields: {title: B}\n    date: *day\n    done: true\n",
        ),
    ],
)
def test_a_mark_changes_nothing_else_of_a_step(
    plan: str, marked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "org.yaml").write_text(ORG)
    (tmp_path / "plans/p.yaml").write_text(plan)
    code, _, err = run_in(tmp_path, "orgcli apply p", monkeypatch)
    assert (code, err) == (0, "orgcli: `org.yaml`, `plans/p.yaml` changed\n")
    assert (tmp_path / "plans/p.yaml").read_text() == marked


@pytest.mark.parametrize(
    "plan",
    [
        "  - &s {set: b, fields: {title: B}}\n  - *s\n",
        "  - &s\n    set: b\n    fields: {title: B}\n  - {<<: *s, set: a}\n",
        "  - {close: b, done: &no false}\n  - {close: a, done: *no}\n",
    ],
)
def test_no_step_is_marked_that_stands_for_others(
    plan: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "org.yaml").write_text(ORG)
    (tmp_path / "plans/p.yaml").write_text(f"plan: P\nsteps:\n{plan}")
    code, _, err = run_in(tmp_path, "orgcli apply p", monkeypatch)
    assert (
        code == 2 and "stands for other places too: an anchor here" in err and "a step" not in err
    )


@pytest.mark.parametrize("text", ["note: N\nplan: P\nsteps: []\n", "Plan: P\n", "%YAML 1.2\n---\n"])
def test_a_file_that_does_not_begin_as_a_plan_is_named(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "org.yaml").write_text(ORG)
    (tmp_path / "plans/p.yaml").write_text(text)
    code, _, err = run_in(tmp_path, "orgcli apply p", monkeypatch)
    assert code == 2 and "`plans/p.yaml` does not begin as a plan does" in err, err


def test_many_steps_below_one_manager_are_made_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first writes the key `reports`, which the others need; files are not read for each."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "org.yaml").write_text("positions:\n  - id: a\n    reports:\n      - id: b\n")
    steps = "".join(f"  - {{add: T{number}, to: b}}\n" for number in range(800))
    (tmp_path / "plans/p.yaml").write_text(f"plan: P\nsteps:\n{steps}")
    seconds, (code, _, err) = cpu_seconds(lambda: run_in(tmp_path, "orgcli apply p", monkeypatch))
    assert (code, err) == (0, "orgcli: `org.yaml`, `plans/p.yaml` changed\n")
    assert (tmp_path / "org.yaml").read_text().count("reports:") == 2
    assert seconds < 3, seconds


def test_every_verb_has_a_command() -> None:
    from orgcli.cli.app import COMMANDS

    assert set(STEPS) <= set(COMMANDS)


def test_a_chart_without_names_says_none_of_a_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "org.yaml").write_text(ORG.replace("- id: b", "- id: b\n    holder: Ben Li"))
    (tmp_path / "plans/p.yaml").write_text("plan: P\nsteps:\n  - {hire: b, holder: Ada Okafor}\n")
    for said, named in (("name,title", True), ("title", False)):
        command = f"orgcli chart --plan p --fields {said} -f tree"
        code, out, err = run_in(tmp_path, command, monkeypatch)
        assert code == 2 and ("Ben Li" in out + err) == named
        assert "plans/p.yaml:3:5" in err


def test_a_plan_follows_an_id_that_is_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "org.yaml").write_text(ORG)
    plan = tmp_path / "plans/p.yaml"
    text = (
        "plan: P\nsteps:\n  - {close: b, done: true}\n  - {move: 'b', to: a}   # b\n"
        "  - add: b\n    to: b\n  - {rename: b, to: c}\n  - hire: c\n    holder: b\n"
    )
    plan.write_text(text)
    code, _, err = run_in(tmp_path, "orgcli rename b it\\'s", monkeypatch)
    assert (code, err) == (0, "orgcli: `org.yaml`, `plans/p.yaml` changed\n")
    assert plan.read_text() == text.replace("move: 'b'", "move: 'it''s'").replace(
        "    to: b\n", "    to: it's\n"
    ).replace("{rename: b,", "{rename: it's,")
