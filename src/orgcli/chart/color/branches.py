"""The branches below the top: who belongs to which, for colours where departments are too many."""

from collections.abc import Sequence

from orgcli.chart.layout.tree import order_from_top


def branches(manager: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    """The heads of the branches, and per position the head of its own, or -1 above them.

    manager  per position: the one it is drawn under, negative at the top; no rings
    The heads stand side by side on the first layer that has several; there are none where no
    layer has.
    """
    order, reports = order_from_top(manager)
    heads: Sequence[int] = [at for at, above in enumerate(manager) if above < 0]
    while len(heads) == 1:
        heads = reports[heads[0]]
    head = [-1] * len(manager)
    for at in heads:
        head[at] = at
    for at in order:
        if head[at] < 0 and manager[at] >= 0:
            head[at] = head[manager[at]]
    return heads, head
