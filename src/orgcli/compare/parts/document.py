"""What several documents have in common: cited statements, disputes, sources and notes."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from orgcli.compare.comparison.comparison import Agreement, Column, Wording
from orgcli.compare.parts.citations import Citations
from orgcli.compare.parts.foot import Foot
from orgcli.compare.parts.phrases import SIGNS, UNCLEAR, legend, origins
from orgcli.compare.parts.units import cited_units, question_units, statement_units
from orgcli.language.words import CompareWords
from orgcli.model.roles.library import Dispute, Side, Work
from orgcli.render.document.document import (
    Block,
    CitedSource,
    Item,
    Items,
    SectionHeading,
    TextParagraph,
    Words,
)
from orgcli.render.lines import Unit, styled


def heading_words(column: Column) -> tuple[Words, ...]:
    """The names of a role, and its work, file and language, in lines."""
    return tuple(map(styled, (*column.names, *origins(column))))


def statement_item(wording: Wording, citations: Citations, mark: Agreement | None) -> Item:
    """A statement behind the sign of a mark, if it has one."""
    return Item(statement_units(wording, citations), SIGNS[mark] if mark else "")


def note_item(text: str) -> Item:
    """A note on statements, among them."""
    return Item(styled(text, "quiet"))


def dispute_blocks(
    disputes: Sequence[Dispute], words: CompareWords, cited: Callable[[Side], Words]
) -> Iterator[Block]:
    """Each question with its sides and the reading; nothing where there are no disputes.

    cited  a side in words, with what stands for its works
    """
    if disputes:
        yield SectionHeading(styled(words.disputes))
    for dispute in disputes:
        key: list[Unit] = [[(dispute.key, "disputed")]]
        yield SectionHeading([*key, *question_units(dispute, words)], 3, anchor=dispute.key)
        yield Items(tuple(Item(cited(side)) for side in dispute.sides))
        if dispute.reading:
            yield TextParagraph(styled(dispute.reading, "hedge"))


def side_words(side: Side, citations: Citations) -> Words:
    """A side of a dispute with the marks of its works."""
    return cited_units(side.text, side.sources, citations, " ")


def sources_of(works: Iterable[Work], citations: Citations) -> tuple[CitedSource, ...]:
    """The works behind the marks; nothing where these are not shown."""
    if not citations.shown:
        return ()
    return tuple(
        CitedSource(
            citations.line([work.key]), work_reference(work), work.url or "", work.note or ""
        )
        for work in works
    )


def foot_words(foot: Foot, citations: Citations) -> Iterator[Words]:
    """What explains gaps and doubts, and the counts, a paragraph each."""
    words = citations.words
    if foot.silence:
        yield styled(f"{words.not_stated}: {foot.silence}.", "quiet")
    if foot.unclear:
        yield styled(f"{UNCLEAR} {foot.unclear}.", "quiet")
    if foot.unstated:
        yield styled(f"{words.not_stated}: {foot.unstated}.", "quiet")
    yield styled(f"{foot.numbers}.", "quiet")


def signs_of(foot: Foot, citations: Citations) -> dict[str, str]:
    """What each sign means that stands before statements."""
    meaning = legend(citations.words)
    return {SIGNS[sign]: meaning[sign] for sign in foot.signs}


def work_reference(work: Work) -> str:
    """A work with its author and date."""
    return ", ".join(part for part in (work.label, work.author, work.published) if part)
