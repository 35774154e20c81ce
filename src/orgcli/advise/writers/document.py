"""Advice as a document: the answer, then lists under headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgcli.advise.recommendation import AdviceLine, AnsweredQuestion, GapReport, Recommendation
from orgcli.advise.writers import phrases
from orgcli.advise.writers.lines import AdvicePage
from orgcli.model.roles.library import Work
from orgcli.render.document.document import (
    Block,
    CitedSource,
    Item,
    Items,
    SectionHeading,
    TextDocument,
    TextParagraph,
    Words,
)
from orgcli.render.lines import styled
from orgcli.render.view import Page


def advice_document(several: Sequence[Recommendation], page: Page) -> TextDocument:
    """The advice on each organisation; or on answers alone, headed by its first sentence."""
    pages = [AdvicePage(page, result.names) for result in several]
    names = [result.organisation for result in several if result.organisation]
    words = page.words.advise
    first = phrases.answer_sentences(several[0], words)[0] if several else words.no_roles
    works = {work.key: work for result in several for work in result.works}
    blocks = (
        block
        for result, advice_page in zip(several, pages, strict=True)
        for block in _blocks(result, advice_page, is_one=len(several) == 1)
    )
    return TextDocument(
        title=", ".join(names) or first,
        language=page.words.tag,
        blocks=tuple(blocks),
        sources=_sources(list(works.values()), pages[0]) if pages else (),
        sources_title=page.words.roles.sources,
    )


def gap_document(report: GapReport, page: Page) -> TextDocument:
    """Each gap with the statements near to it; or all of them in a list."""
    advice_page, words = AdvicePage(page, report.names), page.words.advise
    blocks: list[Block] = []
    if not report.matches:
        title = phrases.gap_list_title(report, words)
        keyed = (
            [*styled(explained.gap.ask), *styled(explained.gap.key, "quiet")]
            for explained in report.listed
        )
        blocks.append(Items(tuple(map(Item, keyed))))
    else:
        title = report.matches[0].gap.ask
    for at, explained in enumerate(report.matches):
        blocks += [SectionHeading(styled(explained.gap.ask))] if at else []
        blocks.append(TextParagraph(styled(explained.gap.text, "strong")))
        near = styled(words.near if explained.near else words.no_near)
        blocks.append(SectionHeading(near, 3 if len(report.matches) > 1 else 2))
        blocks += [Items(tuple(_items(explained.near, advice_page)))] if explained.near else []
    return TextDocument(
        title,
        page.words.tag,
        tuple(blocks),
        sources=_sources(report.works, advice_page),
        sources_title=page.words.roles.sources,
    )


def _blocks(result: Recommendation, page: AdvicePage, is_one: bool) -> Iterator[Block]:
    words = page.words
    first, *rest = phrases.answer_sentences(result, words)
    if not is_one:
        yield SectionHeading(styled(result.organisation or ""))
    if not is_one or result.organisation:
        yield TextParagraph(styled(first, "strong"))
    if rest:
        yield TextParagraph(styled(" ".join(rest)))
    level = 2 if is_one else 3
    for candidate in result.candidates:
        title = words.points_to.format(role=result.names.short(candidate.role))
        counted = phrases.support(candidate, page.line(candidate.works), words)
        yield SectionHeading(styled(f"{title} ({counted})"), level)
        yield Items(tuple(_items(candidate.lines, page)))
    for title, lines in phrases.sections(result, words):
        yield from _section(title, level, list(_items(lines, page)))
    yield from _section(
        words.unsaid, level, [Item(styled(explained.gap.text)) for explained in result.gaps]
    )
    yield from _section(words.basis, level, list(_basis(result, page)))
    for text in phrases.notes(result, words, page.shown):
        yield TextParagraph(styled(text, "quiet"))


def _section(title: str, level: int, items: Sequence[Item]) -> Iterator[Block]:
    if items:
        yield SectionHeading(styled(title), level)
        yield Items(tuple(items))


def _items(lines: Sequence[AdviceLine], page: AdvicePage) -> Iterator[Item]:
    """Each line, and below it what makes it true and what it rests on."""
    for line in lines:
        yield Item(page.units(line))
        yield from (Item(styled(trace, "quiet"), depth=1) for trace in page.traces(line))
        yield from (Item(units, depth=1) for units in page.basis_units(line))


def _basis(result: Recommendation, page: AdvicePage) -> Iterator[Item]:
    for answered in result.answers:
        yield Item(_answers(answered, page))
    if looked_at := phrases.looked_at(result, page.words):
        yield Item(styled(looked_at, "quiet"))


def _answers(answered: AnsweredQuestion, page: AdvicePage) -> Words:
    units = styled(f"{answered.question.ask} {phrases.subject(answered)}".rstrip())
    texts = [
        text + (f" ({page.position(observation)})" if observation else "")
        for text, observation in phrases.answer_texts(answered, page.words)
    ]
    units += styled("; ".join(texts), "strong")
    is_used = answered.used or answered.answer.seen is not None
    return units if is_used else [*units, *styled(f"({page.words.unused})", "hedge")]


def _sources(works: Sequence[Work], page: AdvicePage) -> tuple[CitedSource, ...]:
    if not page.shown:
        return ()
    return tuple(
        CitedSource(page.line([work.key]), work.label, work.url or "", work.note or "")
        for work in works
    )
