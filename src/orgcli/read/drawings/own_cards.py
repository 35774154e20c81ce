"""The cards of a chart that orgcli drew become position entries again."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from orgcli.model.card_phrases import (
    APART,
    DOTTED,
    GAP,
    HOLDERS,
    LINES,
    MARKS,
    WRONG,
    CardParts,
    department_in,
    dotted_line_in,
    fact_of,
    phrases_in,
    reads_as_phrases,
    reads_as_title,
    state_in_brackets,
    together,
)
from orgcli.model.findings.finding import Finding, Place
from orgcli.model.source.source import Source
from orgcli.read.entries import Entries
from orgcli.read.syntax.document import Value

Record = dict[str, Value]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class DrawnCard:
    """A card as it stands in a file.

    parts    what is written on it
    span     its offsets in the text
    manager  the number of the card above, -1 for none
    id       what the file calls it; "" for its name
    lines    its dotted lines: the number of the other card, and what the line is for
    """

    parts: CardParts
    span: Span
    manager: int = -1
    id: str = ""
    lines: Sequence[tuple[int, str]] = ()


def parts_of(pieces: Sequence[str], marks: Sequence[str], dotted: Sequence[str]) -> CardParts:
    """The parts of a card from its name and what stands below: a title, phrases, or both."""
    name, *rest = pieces or [""]
    if not rest:
        return CardParts(name, "", (), marks, dotted)
    if name.endswith(APART) or (len(rest) == 1 and reads_as_phrases(rest[0])):
        title, phrases = "", rest
    else:
        title, phrases = rest[0], rest[1:]
    return CardParts(name, title, [phrase for part in phrases for phrase in phrases_in(part)],
                     marks, dotted)  # fmt: skip


def parts_of_line(text: str) -> CardParts:
    """The parts of a card that stands on one line, as `card_line` writes it."""
    name, *rest = text.split(GAP)
    texts = {mark: [part.removeprefix(mark) for part in rest if part.startswith(mark)]
            for mark in (WRONG, DOTTED)}  # fmt: skip
    pieces = [name, *(part for part in rest if not part.startswith((WRONG, DOTTED)))]
    marks = [mark for part in texts[WRONG] for mark in part.split(MARKS)]
    return parts_of(pieces, marks, [line for part in texts[DOTTED] for line in part.split(LINES)])


def card_entries(
    source: Source, cards: Sequence[DrawnCard], findings: Sequence[Finding] = (), title: str = ""
) -> Entries:
    """The entries of a chart of ours; a dotted line to a name that several have is ORG108."""
    all_findings = [*findings]
    records = [record_of(card.parts) for card in cards]
    ids = _ids(cards, records)
    names: dict[str, list[int]] = defaultdict(list)
    for at, card in enumerate(cards):
        for name in dict.fromkeys((_short_name(card.parts), together(card.parts.name))):
            names[name].append(at)
    for at, (card, record) in enumerate(zip(cards, records, strict=True)):
        lines = list(card.lines)
        for phrase in card.parts.dotted:
            to = _line_to(phrase, names)
            if isinstance(to, str):
                all_findings.append(_no_line(ids[at], to, source.place(*card.span), names, ids))
            elif to is not None:
                lines.append(to)
        records[at] = _with_lines(record, ids[at], card, lines, ids)

    def place(entry: int, *_path: str | int) -> Place:
        return source.place(*cards[entry].span)

    return Entries(records, place, place, all_findings, title=together(title) or None)


def record_of(parts: CardParts) -> Record:
    """What a card says by itself, by field."""
    record: Record = {}
    name, title = together(parts.name), together(parts.title)
    state = state_in_brackets(parts.name)
    if state:
        record["status"] = state
    elif reads_as_title(parts.name, parts.title):
        title = name
        record["status"] = "filled"
    else:
        holders: list[Value] = [together(holder) for holder in parts.name.split(HOLDERS)]
        record["holder"] = holders if len(holders) > 1 else holders[0]
    if title:
        record["title"] = title
    department, facts = department_in(parts.phrases)
    if department:
        record["department"] = together(department)
    notes = []
    for phrase in facts:
        fact = fact_of(phrase)
        if fact is None:
            notes.append(together(phrase))
        elif fact.field:
            record[fact.field] = fact.value
    attributes: Record = {"Notes": "; ".join(notes)} if notes else {}
    if parts.marks:
        attributes["Faults"] = "; ".join(map(together, parts.marks))
    if attributes:
        record["attributes"] = attributes
    return record


def _short_name(parts: CardParts) -> str:
    """What the dotted lines of others call a card: its holder, else its title."""
    return together(parts.title if state_in_brackets(parts.name) and parts.title else parts.name)


def _ids(cards: Sequence[DrawnCard], records: Sequence[Record]) -> list[str]:
    """An id for each: that of the file, else its name, numbered where others have it."""
    count: Counter[str] = Counter()
    taken: set[str] = {card.id for card in cards}
    ids = []
    for card in cards:
        base = name = card.id or _short_name(card.parts) or "position"
        while not card.id and name in taken:
            count[base] += 1
            name = f"{base} ({count[base] + 1})"
        taken.add(name)
        ids.append(name)
    return ids


def _with_lines(
    record: Record, id: str, card: DrawnCard, lines: Sequence[tuple[int, str]], ids: Sequence[str]
) -> Record:
    whole: Record = {"id": id, **record}
    if card.manager >= 0:
        whole["reports_to"] = ids[card.manager]
    if lines:
        whole["dotted_lines"] = [
            {"to": ids[to], "for": purpose} if purpose else ids[to] for to, purpose in lines
        ]
    return whole


def _line_to(phrase: str, names: Mapping[str, Sequence[int]]) -> tuple[int, str] | str | None:
    """The card that a dotted line leads to and its purpose; the name that does not say which."""
    dotted_line = dotted_line_in(phrase)
    if dotted_line is None:
        return together(phrase)
    name, purpose = map(together, dotted_line)
    numbers = names.get(name, ())
    return (numbers[0], purpose) if len(numbers) == 1 else name


def _no_line(
    entity: str, name: str, place: Place, names: Mapping[str, Sequence[int]], ids: Sequence[str]
) -> Finding:
    fits = names.get(name, ())
    message = f"`{entity}` has a dotted line to `{name}`"
    if len(fits) > 1:
        message += f", which could be `{ids[fits[0]]}` or `{ids[fits[1]]}`"
        advice = "write what tells them apart into their names"
    else:
        message += ", which is not in this chart"
        advice = "draw the chart with that position, or take the line away"
    return Finding("ORG108", message, place, help=advice, entity=entity, group=f"ORG108 {name}")
