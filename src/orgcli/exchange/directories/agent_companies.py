"""A company of agents: a folder with COMPANY.md, and an AGENTS.md for each position."""

from __future__ import annotations

import re

from orgcli.exchange.export import Exported, ExportJob, only
from orgcli.exchange.plain_words import plain_word, plain_words
from orgcli.exchange.yaml.document_text import YamlValue, document_text
from orgcli.render.sentences import counted

_SCHEMA = "agentcompanies/v1"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){0,9}")


def export_agent_companies(job: ExportJob) -> Exported:
    """The front matter of each file; an agent is called as the holder, else by its title."""
    whole = job.shown
    active = [at for at, position in enumerate(whole.positions) if position.status != "closed"]
    organisation = whole if len(active) == len(whole.positions) else only(whole, active)
    slugs = plain_words(
        (position.id for position in organisation.positions), "agent", fitting=_SLUG
    )
    name = organisation.name or "Organisation"
    company: dict[str, YamlValue] = {
        "schema": _SCHEMA,
        "kind": "company",
        "slug": plain_word(name, "organisation"),
        "name": name,
        "description": name,
    }
    files = [("COMPANY.md", company)]
    used: set[str] = set()
    for position in organisation.positions:
        slug = slugs[position.id]
        if slug in used:  # the id stands twice
            continue
        used.add(slug)
        agent: dict[str, YamlValue] = {
            "kind": "agent",
            "slug": slug,
            "name": "; ".join(position.holder) or job.titles.of(position) or position.id,
        }
        if title := job.titles.of(position):
            agent["title"] = title
        if position.reports_to and position.reports_to in slugs:
            agent["reportsTo"] = slugs[position.reports_to]
        if position.tags:
            agent["tags"] = list(position.tags)
        files.append((f"agents/{slug}/AGENTS.md", agent))
    contents = {path: f"---\n{document_text(front)}---\n".encode() for path, front in files}
    return Exported(
        files=contents, lost=_lost(job, len(whole.positions) - len(organisation.positions))
    )


def _lost(job: ExportJob, closed: int) -> list[str]:
    vacant = sum(
        not position.holder and position.status != "closed" for position in job.shown.positions
    )
    lines = []
    if closed:
        lines.append(f"left out: {counted(closed, 'closed position')}")
    if vacant:
        lines.append(f"called by the title: {counted(vacant, 'position')} that nobody holds")
    return lines
