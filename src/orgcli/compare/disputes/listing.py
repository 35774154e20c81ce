"""Disputes as a list for people: the question behind each key, and the works on its sides."""

from collections.abc import Sequence

from orgcli.compare.disputes.dispute import DisputeDetail, works_cited
from orgcli.compare.listing.listing import Listing, ListingField, ListingRow, ListingSection
from orgcli.compare.listing.terminal import listing_table
from orgcli.compare.listing.text_formats import listing_markdown
from orgcli.render.view import Page
from orgcli.render.works import marks_of


def list_text(disputes: Sequence[DisputeDetail], page: Page) -> str:
    """The list for a terminal."""
    return listing_table(_listing(disputes, page), page)


def list_markdown(disputes: Sequence[DisputeDetail], page: Page) -> str:
    """The list as Markdown."""
    return listing_markdown(_listing(disputes, page), page)


def _listing(disputes: Sequence[DisputeDetail], page: Page) -> Listing:
    words = page.words.roles
    works = works_cited(disputes)
    marks = marks_of(works)
    return Listing(
        "disputes",
        words.disputes,
        (
            ListingField("key", words.key, "disputed", plain=True),
            ListingField("question", words.question, plain=True),
            ListingField("kind", words.kind, "quiet", plain=True),
            ListingField("works", words.works, "work", plain=True),
            ListingField("statements", words.statements, number=True),
        ),
        (ListingSection("", tuple(_row(dispute, marks, page) for dispute in disputes)),),
        tuple(works),
        (words.see_dispute.format(command="orgcli dispute K2"),),
    )


def _row(detail: DisputeDetail, marks: dict[str, str], page: Page) -> ListingRow:
    works = dict.fromkeys(work for side in detail.dispute.sides for work in side.sources)
    return ListingRow(
        {
            "key": detail.dispute.key,
            "question": detail.dispute.question,
            "kind": page.words.compare.dispute_kinds[detail.dispute.kind],
            "statements": len(detail.statements),
            "works": tuple(works),
        },
        {"works": " ".join(marks.get(work, work) for work in works)},
    )
