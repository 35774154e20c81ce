"""The branches below the top, for colours where departments are too many."""

from collections.abc import Sequence

from orgcli.chart.layout.tree import order_from_top

_MOST = 0.75
"""Share of all positions: a larger branch tells little, so its own branches stand for it."""


def branches(manager: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    """The heads of the branches, and per position the head of its own, or -1 above them.

    manager  per position: the one it is drawn under, negative at the top; no rings
    The heads are the tops; one with most positions below it gives way to its reports. There are
    none where no layer has several.
    """
    order, reports = order_from_top(manager)
    size = [1] * len(manager)
    for at in reversed(order):
        if manager[at] >= 0:
            size[manager[at]] += size[at]
    heads: list[int] = [at for at, above in enumerate(manager) if above < 0]
    while heads:
        largest = max(heads, key=size.__getitem__)
        small = size[largest] <= len(manager) * _MOST or not reports[largest]
        if len(heads) > 1 and small:
            break
        at = heads.index(largest)
        heads[at : at + 1] = reports[largest]
    return heads, _head_of(order, manager, heads)


def _head_of(order: Sequence[int], manager: Sequence[int], heads: Sequence[int]) -> Sequence[int]:
    head = [-1] * len(manager)
    for at in heads:
        head[at] = at
    for at in order:
        if head[at] < 0 and manager[at] >= 0:
            head[at] = head[manager[at]]
    return head
