"""Many organisations in one run: every machine, locale and run prints the same bytes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import run_in

FORMATS = ("json", "sarif", "gitlab", "concise")


def _write(folder: Path, files: int, positions: int) -> None:
    (folder / ".git").mkdir()
    (folder / "org").mkdir()
    for number in range(files):
        lines = [f"organisation: Bölag {number:03d}", "positions:"]
        for at in range(positions):
            above = "nobody" if at == 7 and number % 5 == 0 else f"p{(at - 1) // 6}"
            lines.append(f"  - id: p{at}")
            lines += [f"    reports_to: {above}"] if at else []
            lines += [f"    title: Ingénieur {at}", f"    holder: İpek {number} {at}"]
            if at == 9 and number % 7 == 0:
                lines.append("    dotted_lines: [p0, p0]")
        (folder / f"org/ö{number:03d}.yaml").write_text("\n".join(lines) + "\n", "utf-8")


def _run(folder: Path, **environment: str) -> dict[str, bytes]:
    """What a run writes, by format: the first on stdout, the others into files."""
    first, *others = FORMATS
    files = [f"-f{format}:../{format}" for format in others]
    done = subprocess.run(
        [sys.executable, "-m", "orgcli", "validate", "-f", first, *files],
        cwd=folder, capture_output=True, env={**os.environ, **environment}, timeout=120,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, b"")
    written = {format: (folder.parent / format).read_bytes() for format in others}
    return {first: done.stdout, **written}


def test_the_same_bytes_everywhere(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    _write(tmp_path / "here", files=40, positions=40)
    runs = [
        _run(tmp_path / "here", PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC"),
        _run(tmp_path / "here", PYTHONHASHSEED="2", LC_ALL="C.UTF-8", TZ="Asia/Tokyo"),
        _run(tmp_path / "here", PYTHONHASHSEED="3", LC_ALL="tr_TR.UTF-8", PYTHONUTF8="1"),
    ]
    for format in FORMATS:
        (out,) = {run[format] for run in runs}
        assert "ö035" in out.decode("utf-8") or format == "sarif"


def test_what_is_wrong_in_a_file_of_two_organisations_is_said_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    for name in ("one", "two"):
        text = f"organisation: {name}\npositions:\n  - id: ceo\ninclude: [shared/team.yaml]\n"
        (tmp_path / f"{name}.org.yaml").write_text(text, "utf-8")
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared/team.yaml").write_text(
        "positions:\n  - id: a\n    reports_to: ceo\n    status: opne\n    fte: much\n"
        "  - id: b\n    reports_to: gone\n  - id: c\n    reports_to: ceo\n    role: nobodys\n",
        "utf-8",
    )
    code, out, _ = run_in(tmp_path, "orgcli validate -f json", monkeypatch)
    said = [(one["code"], one["line"]) for one in json.loads(out)["findings"]]
    assert (code, said) == (1, [("ORG005", 4), ("ORG005", 5), ("ORG102", 7), ("ORG201", 10)])
