"""`--write-baseline`: the findings of a run become those that are known."""

from __future__ import annotations

from dataclasses import replace

from orgcli.cli.output import fail, note, refuse_input, write_result
from orgcli.cli.validate.run import Run, beside, unsuppressed
from orgcli.model.findings.baseline import UNREADABLE, Baseline
from orgcli.model.text import joined
from orgcli.render.sentences import counted
from orgcli.report.baseline import as_baseline


def write_known(run: Run, file: str | None, silent: bool) -> None:
    """Write what is found now, whatever was known before, to a file."""
    if not file:
        fail("--write-baseline needs a file", "write `--baseline FILE --write-baseline`")
    checked = replace(run, baseline=None, only_files=None).checked()
    refuse_input(file, run.files_read(checked.project, but=file))
    findings = unsuppressed(checked.verdict).findings
    unread = sorted({finding.code for finding in findings} & UNREADABLE)
    if unread or not all(organisation.complete for organisation in checked.project.organisations):
        codes = joined([*unread, *(() if unread else ("ORG008",))], "and")
        fail("some files cannot be read, so what is found is not all there is",
             f"mend {codes} first")  # fmt: skip
    write_result(as_baseline(Baseline.of(findings, beside(file))), file)
    if not silent:
        note(f"orgcli: {counted(len(findings), 'finding')} written to `{file}`")
