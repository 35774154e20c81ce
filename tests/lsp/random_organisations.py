"""Organisations in random shapes of YAML: flat, nested, in braces, in quotes, in two files."""

from dataclasses import dataclass

from hypothesis import strategies as st

IDS = ["ceo", "cro", "vp-emea", "no", "CRO", "a b", "x1", "7", "it's", "chief"]
QUOTES = ["", "'", '"']


@dataclass(frozen=True)
class RandomFiles:
    """The texts of org.yaml and of a file that it includes, and the ids in them."""

    texts: dict[str, str]
    ids: list[str]


def spelt(draw: st.DrawFn, id: str) -> str:
    quote = draw(st.sampled_from(QUOTES))
    if quote == '"':
        return f'"{id}"'
    return "'" + id.replace("'", "''") + "'" if quote else id


@st.composite
def random_files(draw: st.DrawFn) -> RandomFiles:
    ids = draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=6, unique=True))
    lines: dict[str, list[str]] = {"org.yaml": [], "team.yaml": []}
    for at, id in enumerate(ids):
        file = draw(st.sampled_from(["org.yaml", "org.yaml", "team.yaml"])) if at else "org.yaml"
        fields = [f"id: {spelt(draw, id)}"]
        if at:
            above = draw(st.sampled_from([*ids[:at], "gone"]))
            fields.append(f"reports_to: {spelt(draw, above)}")
        if draw(st.booleans()):
            others = draw(st.lists(st.sampled_from([*ids, "gone"]), max_size=2, unique=True))
            forms = [
                f"{{to: {spelt(draw, one)}, for: x}}" if draw(st.booleans()) else spelt(draw, one)
                for one in others
            ]
            fields.append(f"dotted_lines: [{', '.join(forms)}]")
        if draw(st.booleans()):
            fields.insert(draw(st.integers(0, len(fields))), f"title: {draw(st.sampled_from(ids))}")
        if draw(st.booleans()):
            lines[file].append(f"  - {{{', '.join(fields)}}}")
        else:
            mark = draw(st.sampled_from(["", "  # ceo"]))
            lines[file] += [f"  - {fields[0]}{mark}", *(f"    {one}" for one in fields[1:])]
    head = ["organisation: N", "include: [team.yaml]", "positions:"]
    tail = []
    if draw(st.booleans()):
        tail = ["departments:", f"  - {{id: d, head: {spelt(draw, draw(st.sampled_from(ids)))}}}"]
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    mark = draw(st.sampled_from(["", "\ufeff"]))
    texts = {
        "org.yaml": mark + newline.join([*head, *lines["org.yaml"], *tail, ""]),
        "team.yaml": newline.join(["positions:", *lines["team.yaml"], ""]),
    }
    return RandomFiles(texts, ids)
