"""Numbers the subtrees by their kind: the shapes of all that have the same sizes are the same."""

from collections.abc import Collection, Hashable

from orgcli.chart.layout.tree import Tree


def upright_cards(tree: Tree, layers: int) -> frozenset[int]:
    """The cards in so many layers from the top."""
    cards: list[int] = []
    layer = [card for card, above in enumerate(tree.manager) if above < 0]
    for _ in range(layers):
        if not layer:
            break
        cards += layer
        layer = [report for card in layer for report in tree.reports[card]]
    return frozenset(cards)


def subtree_kinds(tree: Tree, upright: Collection[int]) -> list[int]:
    """Per card a number that subtrees share where each card in them has the same sizes.

    upright  the cards whose reports stand side by side in any case
    """
    numbers: dict[Hashable, int] = {}
    kinds, none = [0] * len(tree.order), [0] * len(tree.order)
    rows, heads = tree.rows or none, tree.heads or none
    for card in reversed(tree.order):
        sizes = tree.heights[card], rows[card], heads[card], tree.assistant[card], card in upright
        key = (*sizes, *[kinds[report] for report in tree.reports[card]])
        kinds[card] = numbers.setdefault(key, len(numbers))
    return kinds
