"""Rows of senior posts become posts: job shares joined, references resolved, faults named.

A reference stands for one post, so its rows are one post even where they disagree, which is
ORG101: the seat at the top is kept, else the first. Eliminated posts are there no more. They are
kept as closed, a reference to one is ORG107, and no rule applies to them: neither that their
manager exists nor that their reference is theirs. Lines lead to a live post with the same
reference instead.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from orgcli.model.findings.finding import Finding, Related
from orgcli.read.organograms.post_columns import eliminated, holder, number, seat_columns, vacant
from orgcli.read.tables.grid import Fields, Table

TOP = "xx"
_REPEATED = frozenset({"0", "XX", "xx"})
"""References that may stand many times: `0` is of people who are paid but not in post."""


@dataclass(slots=True)
class Post:
    """One post.

    rows    the row that is kept, then the others of the job share
    unlike  of the other rows, the first of each seat that is not the one kept
    first   the post that a reference to this one's reference means, where it is another
    """

    id: str
    rows: list[int]
    closed: bool = False
    unlike: list[int] = field(default_factory=list)
    first: "Post | None" = field(default=None, repr=False)


class Posts:
    """The posts of a table of senior posts.

    fields  those of the table, the holders without words for nobody
    posts   in file order
    status  row -> closed or open, where its name is a word for it
    """

    def __init__(self, table: Table, fields: Fields, root_token: str | None) -> None:
        self.table, self.fields = table, fields
        self._tops = {TOP, (root_token or TOP).strip().casefold()}
        self._refs = fields.cells["id"]
        self._managers = fields.cells["reports_to"]
        names = fields.cells.get("holder", [""] * len(self._refs))
        rows = [row for row, name in enumerate(names) if name or self._refs[row]]
        self.status = {
            row: "closed" if eliminated(names[row]) else "open"
            for row in rows
            if eliminated(names[row]) or vacant(names[row])
        }
        if "holder" in fields.cells:
            self.fields = fields.with_cells("holder", list(map(holder, names)))
        closed = [row for row in rows if self.status.get(row) == "closed"]
        self._live = [row for row in rows if self.status.get(row) != "closed"]
        seat = seat_columns(table, fields)
        self._seat_headings = [table.headings[at] for at in seat]
        self._seats = [[_plain(cell) for cell in table.columns[at]] for at in seat]
        self._by_ref: dict[str, Post] = {}
        self._count: dict[str, int] = {}
        live = list(self._open_posts())
        dead = list(self._closed_posts(closed))
        self.posts = sorted([*live, *dead], key=lambda post: min(post.rows))
        self._anchored = self._hanging_on(live, dead)

    def _is_top(self, row: int) -> bool:
        return self._managers[row].casefold() in self._tops

    def _open_posts(self) -> Iterator[Post]:
        by_ref: dict[str, list[int]] = {}
        for row in self._live:
            if self._refs[row]:
                by_ref.setdefault(self._refs[row], []).append(row)
        for ref, rows in by_ref.items():
            if ref in _REPEATED:
                top = next(filter(self._is_top, rows), rows[-1])
                yield from (self._new_post(ref, [row]) for row in sorted(rows, key=top.__ne__))
            else:
                yield self._shared(ref, rows)

    def _shared(self, ref: str, rows: list[int]) -> Post:
        """The post of all rows with one reference, by what they say of the seat."""
        seats: dict[object, list[int]] = {}
        for row in rows if len(rows) > 1 else ():
            seats.setdefault(tuple(column[row] for column in self._seats), []).append(row)
        if len(seats) < 2:
            return self._new_post(ref, rows)
        main, *others = sorted(seats.values(), key=lambda seat: not self._is_top(seat[0]))
        post = self._new_post(ref, [*main, *(row for seat in others for row in seat)])
        post.unlike = [seat[0] for seat in others]
        return post

    def _closed_posts(self, rows: Sequence[int]) -> Iterator[Post]:
        for row in rows:
            if self._refs[row]:
                post = self._new_post(self._refs[row], [row])
                post.closed = True
                yield post

    def _new_post(self, ref: str, rows: list[int]) -> Post:
        """A post under its reference, or, where that is taken, with a number behind it."""
        first = self._by_ref.get(ref)
        if first is None:
            self._by_ref[ref] = post = Post(ref, rows)
            return post
        number_behind = self._count.get(ref, 1) + 1
        while f"{ref} ({number_behind})" in self._by_ref:
            number_behind += 1
        self._count[ref] = number_behind
        return Post(f"{ref} ({number_behind})", rows, first=first)

    def _hanging_on(self, live: Sequence[Post], dead: Sequence[Post]) -> frozenset[int]:
        """The rows of closed posts that keep their manager: above them stands a post, no ring.

        One to which a live post reports is a top, so that no ring of live posts goes through it.
        """
        managers, by_ref = self._managers, self._by_ref
        held = {
            by_ref[managers[row]].id
            for post in live
            for row in post.rows
            if managers[row] in by_ref
        }
        below: dict[str, list[Post]] = {}
        queue = []
        for post in dead:
            above = by_ref.get(managers[post.rows[0]])
            if post.id in held:
                queue.append(post)
            elif above is not None:
                below.setdefault(above.id, []).append(post)
        queue += [post for post in live if post.id in below]
        kept: set[int] = set()
        while queue:
            hanging = below.get(queue.pop().id, ())
            kept.update(post.rows[0] for post in hanging)
            queue.extend(hanging)
        return frozenset(kept)

    def manager_of(self, post: Post) -> str | None:
        """The id of the post that one reports to; None at the top, and where no manager is named.

        A reference to nobody stays as it is written, for ORG102.
        """
        row = post.rows[0]
        manager = self._managers[row]
        if post.closed:
            return self._by_ref[manager].id if row in self._anchored else None
        if self._is_top(row) or not manager:
            return None
        return self._by_ref[manager].id if manager in self._by_ref else manager

    def findings(self) -> Iterator[Finding]:
        """What is wrong with the rows themselves: ORG006, ORG101 and ORG105."""
        blank = [row for row in self._live if not self._managers[row]]
        if (self._live or self.posts) and not any(map(self._is_top, self._live)):
            yield self._no_top(blank)
            blank = blank[1:]
        for row in self._live:
            if not self._refs[row]:
                help = f"write the reference in `{self._heading('id')}`"
                yield self._finding("ORG006", "this post has no reference", row, "id", help)
        for row in blank:
            message = f"`{self._refs[row]}` does not say whom it reports to"
            help = f"write the reference in `{self._heading('reports_to')}`"
            help += ", or `XX` if it is at the top"
            yield self._finding("ORG006", message, row, "reports_to", help)
        for post in self.posts:
            if not post.closed:
                yield from self._hidden(post)

    def _hidden(self, post: Post) -> Iterator[Finding]:
        """What the rules cannot see: rows that are not kept, `XX` that reports to `XX`."""
        for row in post.unlike:
            yield self._no_share(row, post.rows[0])
            yield from self._faulty_line(row)
        row = post.rows[0]
        repeated = post.first is not None or self._refs[row].casefold() == TOP
        if repeated and self._refs[row] == self._managers[row]:
            yield self._to_itself(row)

    def _faulty_line(self, row: int) -> Iterator[Finding]:
        """The reporting line of a row that is not kept, by the rules for those that are."""
        manager, ref = self._managers[row], self._refs[row]
        above = self._by_ref.get(manager)
        if manager == ref:
            yield self._to_itself(row)
        elif above is None and manager and not self._is_top(row):
            message = f"`{ref}` reports to `{manager}`, which is not in this organisation"
            help = "add the position, or correct the id"
            yield self._finding("ORG102", message, row, "reports_to", help, group=manager)
        elif above is not None and above.closed:
            message = f"`{ref}` reports to `{above.id}`, which is closed"
            help = "name the position that takes over"
            yield self._finding("ORG107", message, row, "reports_to", help, group=above.id)

    def _to_itself(self, row: int) -> Finding:
        message = f"`{self._refs[row]}` reports to itself"
        help = "write the reference of another post, or `XX` if it is at the top"
        return self._finding("ORG103", message, row, "reports_to", help)

    def _no_top(self, blank: Sequence[int]) -> Finding:
        message = "no post says that it is at the top"
        help = f"write `XX` in `{self._heading('reports_to')}` of the post that leads the others"
        if blank:
            return self._finding("ORG105", message, blank[0], "reports_to", help)
        column = self.fields.column["reports_to"]
        return Finding("ORG105", message, self.table.places.heading(column), help=help)

    def _no_share(self, row: int, other_row: int) -> Finding:
        """ORG101: rows with one reference that differ in more than a job share may."""
        seats = zip(self._seat_headings, self._seats, strict=True)
        unlike = ", ".join(f"`{name}`" for name, cells in seats if cells[row] != cells[other_row])
        ref, (early, late) = self._refs[row], sorted((row, other_row))
        message = f"the reference `{ref}` stands for two posts, which differ in {unlike}"
        help = (
            "give one of them a reference of its own; the rows of a job share are alike but "
            "for name, pay, contact, notes and FTE"
        )
        first = Related(self.table.cell(early, self.fields.column["id"]), "first used here")
        return self._finding("ORG101", message, late, "id", help, group=ref, related=(first,))

    def _heading(self, name: str) -> str:
        return self.table.headings[self.fields.column[name]]

    def _finding(
        self,
        code: str,
        message: str,
        row: int,
        field: str,
        help: str,
        group: str = "",
        related: tuple[Related, ...] = (),
    ) -> Finding:
        """A finding at the cell of a field in a row, about the post of the row."""
        place, ref = self.table.cell(row, self.fields.column[field]), self._refs[row]
        return Finding(code, message, place, help=help, entity=ref, related=related, group=group)


def _plain(cell: str) -> str:
    """A cell as a job share agrees on it: no white space around, and `1.0` is `1`."""
    cell = cell.strip()
    value = number(cell) if cell.endswith("0") and "." in cell else None
    return f"{value:g}" if value is not None else cell
