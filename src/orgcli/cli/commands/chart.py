"""`orgcli chart`: read an organisation, draw it, write the picture."""

from __future__ import annotations

from orgcli.cli.chart.chart_run import (
    draw_chart,
    read_chart,
    refuse_errors,
    report_chart,
    write_chart,
)
from orgcli.cli.chart.request import ChartFlags, ChartTarget
from orgcli.cli.options import Arguments, takes
from orgcli.cli.plan.request import PlanInputs
from orgcli.model.request.chart_request import ChartRequest, ChartStyle


@takes(ChartTarget, ChartStyle, ChartRequest, PlanInputs)
def chart(arguments: Arguments) -> None:
    """Draw an org chart.

    \b
    orgcli chart org.yaml                 writes org.svg
    orgcli chart people.csv -o people.pdf --page a3
    orgcli chart org.yaml -o - -f png > org.png
    orgcli chart org.yaml -f tree         on the terminal
    orgcli chart org.yaml --root cro --depth 2 --color-by location
    orgcli chart --plan q3                as plans/q3.yaml leaves it
    orgcli chart org.yaml --watch --open  draws again after every change
    """
    inputs = arguments.request(PlanInputs)
    flags = ChartFlags(arguments.typed(ChartRequest), arguments.request(ChartTarget))
    if flags.target.watch:
        from orgcli.cli.chart.watch import watch  # a library that only this flag needs

        watch(inputs, flags)
    else:
        _draw(inputs, flags)


def _draw(inputs: PlanInputs, flags: ChartFlags) -> None:
    """One chart; exit code 1 where files it is drawn from could not be read as what they are."""
    reading = read_chart(inputs, flags)
    if flags.target.strict:
        refuse_errors(reading)
    drawing = draw_chart(reading)
    path = write_chart(reading, drawing)
    report_chart(reading, drawing)
    if flags.target.open:
        from orgcli.cli.chart.viewer import open_file  # only for --open

        open_file(path)
    if reading.broken:
        raise SystemExit(1)
