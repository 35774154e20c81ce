"""The statements of an answer as words with their hedges and the marks of their works."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from orgcli.compare.answer.answer import RoleAnswer, SketchNode
from orgcli.compare.comparison.comparison import Wording
from orgcli.compare.parts.citations import Citations
from orgcli.language.answer.words import AnswerWords
from orgcli.model.roles.role import ArchetypeClaim
from orgcli.render.lines import Line, Unit, glue, hedge_units, one_line, separated, styled
from orgcli.render.view import Page
from orgcli.render.works import works_lines


class AnswerUnits:
    """The parts of an answer, as units that stay on one line."""

    def __init__(self, answer: RoleAnswer, words: AnswerWords, page: Page) -> None:
        self._answer, self._words = answer, words
        self._citations = Citations.of(answer.comparison, page)
        disputes = answer.comparison.disputes
        self._disagreed = {dispute.key for dispute in disputes if dispute.kind == "disagree"}
        self._works = {work.key: work for work in answer.comparison.works}

    def work_lines(self, width: int) -> Iterator[Line]:
        """The works behind the marks; nothing where these are not shown."""
        if self._citations.shown:
            plain = [replace(self._works[key], languages=()) for key in self._answer.works]
            yield from works_lines(plain, width)

    def first(self) -> list[Unit]:
        """Which types works see in the roles, and the dispute that decides most."""
        answer, words = self._answer, self._words
        units = styled(words.choose_type) if answer.claims else []
        for work in dict.fromkeys(claim.claim.source or "" for claim in answer.claims):
            sentence = ", ".join(
                words.claims.format(
                    name=answer.columns[claim.column].short,
                    archetype=words.archetypes[claim.claim.is_],
                )
                for claim in answer.claims
                if (claim.claim.source or "") == work
            )
            mark = self._citations.line([work]) if self._citations.shown and work else ""
            units += [[(f"{mark}:", "work")]] if mark else []
            units += styled(f"{sentence}.")
        units += self._other_sides()
        if answer.deciding is not None:
            template = words.decides_alone if answer.claims else words.decides
            sentence = template.format(key=answer.deciding.key, question=answer.deciding.question)
            units += styled(sentence, "disputed")
        return units

    def _other_sides(self) -> Iterator[Unit]:
        """What works without a type of holder say in the dispute that decides most."""
        answer = self._answer
        known = {claim.claim.source for claim in answer.claims}
        for side in answer.deciding.sides if answer.deciding and answer.claims else ():
            if self._citations.shown and known.isdisjoint(side.sources):
                yield [(f"{self._citations.line(side.sources)}:", "work")]
                yield from styled(f"{side.text.rstrip('.')}.")

    def _marked(self, units: list[Unit], works: Sequence[str], end: str = "") -> list[Unit]:
        """Words with the marks of works behind them."""
        if self._citations.shown and any(works):
            glue(units, (self._citations.line(works), "work"), gap=" ")
        if end:
            glue(units, (end, ""), gap="")
        return units

    def joined(self, wordings: Sequence[Wording]) -> list[Unit]:
        """Statements one behind the other; those with one hedge and the same works share both."""
        groups = [list(several) for _, several in groupby(wordings, key=self._tail)]
        return separated([self._group(group) for group in groups])

    def _tail(self, wording: Wording) -> tuple[object, ...]:
        return wording.qualifier, wording.works, self._dispute(wording), wording.language

    def _dispute(self, wording: Wording) -> str:
        """The key of the dispute in which works disagree on a statement."""
        key = wording.statement.dispute
        return key if key in self._disagreed else ""

    def _group(self, wordings: Sequence[Wording]) -> list[Unit]:
        first = wordings[0]
        text = "; ".join(wording.text.rstrip(".") for wording in wordings)
        units = self._cited(text, first.qualifier, first)
        if self._citations.ids:
            ids = " ".join(wording.statement.id or "" for wording in wordings)
            glue(units, (one_line(ids), "quiet"), gap=" ")
        return units

    def _cited(self, text: str, qualifier: str, wording: Wording) -> list[Unit]:
        units = styled(text)
        if qualifier:
            units += hedge_units(qualifier)
        self._marked(units, wording.works)
        if dispute := self._dispute(wording):
            glue(units, (one_line(dispute), "disputed"), gap=" ")
        if wording.language:
            glue(units, (f"[{one_line(wording.language)}]", "quiet"), gap=" ")
        return units

    def archetypes(self, claims: Sequence[ArchetypeClaim]) -> list[Unit]:
        """The kinds of holders that works see in a role."""
        items = []
        for kind in dict.fromkeys(claim.is_ for claim in claims):
            works = [claim.source or "" for claim in claims if claim.is_ == kind]
            items.append(self._marked(styled(self._words.archetypes[kind]), works))
        return separated(items)

    def node(self, node: SketchNode) -> list[Unit]:
        """A line of a sketch; nothing where no work states a name."""
        if node.wording is None:
            return styled(node.text, "role")
        units = self._cited(node.text, node.hedge, node.wording)
        if node.is_role:
            for at, ((word, _), *behind) in enumerate(units[: len(styled(node.text))]):
                units[at] = [(word, "role"), *behind]
        return units

    def caution(self, with_note: bool = True) -> list[Unit]:
        """That most statements on hiring are those of one work, and the note on that work."""
        majority = self._answer.one_vendor
        if majority is None or majority[0] not in self._works:
            return []
        work, count, whole = majority
        source = self._works[work]
        sentence = self._words.one_work.format(count=count, whole=whole, work=source.name)
        units = self._marked(styled(sentence), (work,))
        note = source.note if with_note else None
        return [*units, *styled(f"({note})", "quiet")] if note else units
