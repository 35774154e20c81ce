"""Keys and statements in the words of a library."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from orgcli.model.roles.library import Library
from orgcli.model.roles.role import Statement


class Vocabulary:
    """What a library calls things, and the order it has them in.

    names  what to call the other role of a relation, by id
    """

    def __init__(self, library: Library, names: Mapping[str, str]) -> None:
        self._names = names
        self._facets = library.facets or {}
        self._hedges = library.hedges or {}
        self._conditions = library.conditions or {}
        self._concepts = {concept.key: concept.label for concept in library.concepts}
        self._works = [work.key for work in library.works]
        self._disputes = [dispute.key for dispute in library.disputes]
        self._no_disagreement = {
            dispute.key for dispute in library.disputes if dispute.kind != "disagree"
        }

    def facet(self, facet: str) -> str:
        """What a facet is called."""
        return self._facets.get(facet) or _label(facet)

    def concept(self, concept: str) -> str:
        """What a concept is called."""
        return self._concepts.get(concept) or _label(concept)

    def disputes(self, keys: Collection[str]) -> tuple[str, ...]:
        """Keys of disputes in the order of the library."""
        return _in_order(sorted(keys), self._disputes)

    def disagrees(self, dispute: str | None) -> bool:
        """Whether works contradict each other in a dispute, and do not only overlap."""
        return dispute is not None and dispute not in self._no_disagreement

    def works(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Keys of works in the order of the library, each once."""
        return _in_order(dict.fromkeys(keys), self._works)

    def text(self, statement: Statement) -> str:
        """The sentence, or what else a statement is made of."""
        if statement.text is not None:
            return statement.text
        if statement.role:
            return self.relation(statement)
        return "" if statement.rank is None else str(statement.rank)

    def relation(self, statement: Statement) -> str:
        """The other roles of a relation by their names, else its sentence."""
        return ", ".join(map(self.role, statement.role)) or self.text(statement)

    def role(self, id: str) -> str:
        """What another role is called."""
        return self._names.get(id) or _plain(id)

    def hedge(self, statement: Statement) -> str:
        """How surely a statement holds; empty where it holds plainly."""
        words = self._hedges.get(statement.hedge)
        if words is not None:
            return words
        return "" if statement.hedge == "is" else _plain(statement.hedge)

    def qualifier(self, statement: Statement) -> str:
        """The hedge and the condition."""
        when = statement.when or ""
        condition = self._conditions.get(when) or _plain(when)
        return ", ".join(part for part in (self.hedge(statement), condition) if part)


def _in_order(keys: Iterable[str], order: Sequence[str]) -> tuple[str, ...]:
    """Keys in an order, and behind them those that it lacks."""
    places = {key: at for at, key in reversed(list(enumerate(order)))}
    return tuple(sorted(keys, key=lambda key: places.get(key, len(order))))


def _label(key: str) -> str:
    """A key without a label of its own: only its first letter is touched, it may be a sentence."""
    plain = _plain(key)
    return plain[:1].upper() + plain[1:]


def _plain(key: str) -> str:
    return key.replace("_", " ").replace("-", " ")
