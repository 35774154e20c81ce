"""Disputes as Markdown, with everything users wrote escaped."""

from collections.abc import Iterator, Sequence

from orgcli.compare.disputes.dispute import DisputeDetail, DisputeStatement
from orgcli.compare.parts.markdown import named_works, statement
from orgcli.render.markdown import escaped
from orgcli.render.view import Page


def dispute_markdown(disputes: Sequence[DisputeDetail], page: Page) -> str:
    """A section for each dispute."""
    return "\n".join("\n\n".join(_blocks(one, page)) + "\n" for one in disputes)


def _blocks(detail: DisputeDetail, page: Page) -> Iterator[str]:
    yield f"## {escaped(detail.dispute.key)} {escaped(detail.dispute.question)}"
    yield f"({page.words.compare.dispute_kinds[detail.dispute.kind]})"
    for side, statements in detail.sides:
        works = ", ".join(map(escaped, detail.works_of(side)))
        yield f"**{escaped(side.text)}**" + (f"  \n*{works}*" if works else "")
        if statements:
            yield _items(statements, detail, page)
    if detail.others:
        yield f"**{escaped(detail.label_of_others(page.words.roles))}**"
        yield _items(detail.others, detail, page)
    if detail.dispute.reading:
        yield f"*{escaped(detail.dispute.reading)}*"
    if detail.works:
        yield named_works(detail.works)


def _items(statements: Sequence[DisputeStatement], detail: DisputeDetail, page: Page) -> str:
    citations = detail.citations(page)
    return "\n".join(
        statement(one.with_label, citations, f"- **{escaped(', '.join(one.roles))}**")
        for one in statements
    )
