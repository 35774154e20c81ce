"""`orgcli validate`: read organisations and roles, run the rules, print what is wrong."""

from __future__ import annotations

from dataclasses import replace

import typer

from orgcli.cli.inputs import (
    Columns,
    ConfigFile,
    Inputs,
    Isolated,
    Paths,
    RootToken,
    Source,
    StdinFilename,
    configuration,
    excluding,
)
from orgcli.cli.output import fail, note, one_of, refuse_input
from orgcli.cli.roles.selection import Color
from orgcli.cli.validate import flags
from orgcli.cli.validate.run import Checked, Run, failing_levels, loud, overlaid

Command = flags.ValidateCommand


def validate(
    paths: Paths = None,
    columns: Columns = None,
    root_token: RootToken = None,
    source: Source = None,
    stdin_filename: StdinFilename = None,
    only_files: flags.OnlyFiles = None,
    exclude: flags.Exclude = None,
    select: flags.Select = None,
    extend_select: flags.ExtendSelect = None,
    ignore: flags.Ignore = None,
    severity: flags.Severity = None,
    no_suppressions: flags.NoSuppressions = False,
    add_ignore: flags.AddIgnore = None,
    baseline: flags.Baseline = None,
    write_baseline: flags.WriteBaseline = None,
    fix: flags.Fix = False,
    diff: flags.Diff = False,
    format: flags.Formats = None,
    max_findings: flags.MaxFindings = 200,
    statistics: flags.Statistics = False,
    show_suppressed: flags.ShowSuppressed = False,
    color: Color = "auto",
    quiet: flags.Quiet = False,
    silent: flags.Silent = False,
    fail_on: flags.FailOn = None,
    allow_empty: flags.AllowEmpty = False,
    config: ConfigFile = None,
    isolated: Isolated = False,
    show_settings: flags.ShowSettings = False,
) -> None:
    """Check organisations: files, reporting lines, roles.

    \b
    orgcli validate org.yaml
    orgcli validate people.csv --map reports_to="Line manager"
    orgcli validate -f full -f sarif:orgcli.sarif
    orgcli rule ORG102                    what a code means
    """
    from orgcli.cli.validate.reports import (
        outputs_asked,
        refuse_statistics,
        rendering,
        write_reports,
    )

    one_of("--color", color, ("auto", "always", "never"))
    inputs = Inputs(
        paths or (), columns or (), root_token, stdin_filename, config, isolated, source,
        exclude or (), allow_empty, in_project=write_baseline is None,
    )  # fmt: skip
    found = overlaid(configuration(inputs), select, extend_select, ignore, severity, fail_on)
    if show_settings:
        from orgcli.cli.validate.show_settings import print_settings

        print_settings(replace(found, settings=excluding(inputs, found)), baseline)
        return
    outputs = outputs_asked(format or (), found.settings.format)
    if statistics:
        refuse_statistics(outputs)
    only = None if only_files is None else [file for file in only_files if file]
    run = Run(inputs, found, only, not no_suppressions, baseline)
    if write_baseline is not None:
        from orgcli.cli.validate.write_baseline import write_known

        if fix or diff or add_ignore is not None or format or statistics:
            fail("--write-baseline writes the baseline and nothing else", "run orgcli once more")
        write_known(run, write_baseline or baseline, silent)
        return
    if diff and (fix or add_ignore is not None or format or statistics):
        fail("--diff shows what --fix would change and nothing else", "run orgcli once more")
    checked = run.checked()
    for output in outputs:
        refuse_input(output.file, run.files_read(checked.project))
    if diff:
        from orgcli.cli.validate.fix import show_diff

        raise typer.Exit(int(show_diff(checked, silent)))
    checked = _mended(checked, run, fix, add_ignore, silent)
    failing = failing_levels(found.settings.fail_on)
    verdict = checked.verdict if show_suppressed else loud(checked.verdict)
    how = rendering(checked.project, outputs, failing, max_findings, quiet or silent)
    written = [output for output in outputs if output.file] if silent else outputs
    write_reports(verdict, written, how, color, statistics)
    for line in () if quiet or silent else verdict.notes:
        note(f"orgcli: {line}")
    if any(one.level in failing and not one.suppressed for one in checked.verdict.findings):
        raise typer.Exit(1)


def _mended(checked: Checked, run: Run, fix: bool, add_ignore: str | None, silent: bool) -> Checked:
    """The verdict after what was asked for was done to the files."""
    if not fix and add_ignore is None:
        return checked
    from orgcli.cli.validate.fix import add_comments, mend

    if fix:
        checked = mend(checked, run, silent)
    if add_ignore is not None:
        checked = add_comments(checked, run, add_ignore, silent)
    return checked
