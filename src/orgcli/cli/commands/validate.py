"""`orgcli validate`: read organisations and roles, run the rules, print what is wrong."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from orgcli.cli.inputs import Inputs, configuration, excluding
from orgcli.cli.options import Arguments, takes
from orgcli.cli.output import fail, note, refuse_input
from orgcli.cli.validate.reports import (
    Output,
    refuse_foreign_reports,
    refuse_statistics,
    rendering,
    requested_outputs,
    write_reports,
)
from orgcli.cli.validate.request import ValidateRequest, spell_arguments
from orgcli.cli.validate.run import (
    Checked,
    Run,
    failing_levels,
    note_left_off,
    overlaid,
    unsuppressed,
)
from orgcli.model.findings.finding import Level


@takes(ValidateRequest, Inputs, spell=spell_arguments)
def validate(arguments: Arguments) -> None:
    """Check organisations and roles, and report findings.

    \b
    orgcli validate org.yaml
    orgcli validate people.csv --map reports_to="Line manager"
    orgcli validate -f full -f sarif:orgcli.sarif
    orgcli rule ORG102                    explains a code
    """
    request = arguments.request(ValidateRequest)
    inputs = replace(
        arguments.request(Inputs),
        exclude=request.exclude,
        allow_empty=request.allow_empty,
        in_project=request.write_baseline is None,
    )
    config = overlaid(configuration(inputs), request)
    if request.show_settings:
        from orgcli.cli.validate.show_settings import print_settings

        print_settings(replace(config, settings=excluding(inputs, config)), request.baseline)
        return
    outputs = requested_outputs(request.format, config.settings.format)
    if request.statistics:
        refuse_statistics(outputs)
    only = None if request.only_files is None else [file for file in request.only_files if file]
    run = Run(inputs, config, only, not request.no_suppressions, request.baseline)
    _refuse_together(request)
    if request.write_baseline is not None:
        from orgcli.cli.validate.write_baseline import write_known

        write_known(run, request.write_baseline or request.baseline, request.silent)
        return
    checked = run.checked()
    if not (request.quiet or request.silent):
        note_left_off(config, request)
    for output in outputs:
        refuse_input(output.file, run.files_read(checked.project))
    refuse_foreign_reports(outputs)
    if request.diff:
        from orgcli.cli.validate.fix import show_diff

        raise SystemExit(int(show_diff(checked, request.silent)))
    checked = _fixed(checked, run, request)
    failing = failing_levels(config.settings.fail_on)
    _report(checked, request, outputs, failing)
    quiet = request.quiet or request.silent
    if checked.project.tables and (request.show_columns or not quiet):
        from orgcli.cli.columns.notes import note_tables  # of no use without a table

        note_tables(checked.project.tables, inputs, request.show_columns)
    if any(
        finding.level in failing and not finding.suppressed for finding in checked.verdict.findings
    ):
        raise SystemExit(1)


def _refuse_together(request: ValidateRequest) -> None:
    """Leave with exit code 2 where flags exclude each other."""
    others = request.add_ignore is not None or request.format or request.statistics
    if request.write_baseline is not None and (request.fix or request.diff or others):
        fail("--write-baseline only writes the baseline", "run orgcli again for the rest")
    if request.diff and others:
        fail("--diff prints only the changes of --fix", "run `orgcli validate --diff` by itself")


def _fixed(checked: Checked, run: Run, request: ValidateRequest) -> Checked:
    """The verdict after `--fix` and `--add-ignore` have changed the files."""
    if not request.fix and request.add_ignore is None:
        return checked
    from orgcli.cli.validate.fix import add_comments, mend

    if request.fix:
        checked = mend(checked, run, request.silent)
    if request.add_ignore is not None:
        checked = add_comments(checked, run, request.add_ignore, request.silent)
    return checked


def _report(
    checked: Checked,
    request: ValidateRequest,
    outputs: Sequence[Output],
    failing: Collection[Level],
) -> None:
    """Write the reports; failing  the levels that make the exit code 1."""
    verdict = checked.verdict if request.show_suppressed else unsuppressed(checked.verdict)
    quiet = request.quiet or request.silent
    how = rendering(checked.project, failing, request.max_findings, quiet)
    reported = [output for output in outputs if output.file] if request.silent else outputs
    write_reports(verdict, reported, how, request.color, request.statistics)
    for line in () if quiet else verdict.notes:
        note(f"orgcli: {line}")
