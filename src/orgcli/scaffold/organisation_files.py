"""The files that an organisation under git begins with: itself, the configuration, the CI."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from orgcli.scaffold.role_file import scalar

SCHEMAS = Path(".orgcli")
"""Folder of the JSON Schemas that editors read; hidden, so that nothing in it is taken for data."""

_ORGANISATION = """\
# yaml-language-server: $schema=.orgcli/org.json
#
# Who sits where, and who reports to whom. The line above gives editors completion and hints.
# Change a name, then:  orgcli validate   orgcli chart   orgcli compare cro vp-sales

organisation: {name}

positions:
  # A position is a seat; `id` is what others call it by. Who reports to nobody is at the top.
  - id: ceo
    role: ceo                     # a role of the library (orgcli roles), which gives the title
    holder: Ada Okafor

  - id: cro
    role: cro
    holder: Ben Lindqvist
    reports_to: ceo               # the id of the manager's position

  - id: marketing
    role: marketing
    title: Head of Marketing      # a title of its own wins over that of the role
    holder: Chloe Martin
    reports_to: ceo
    dotted_lines:                 # a second line, and what it is for
      - {{to: cro, for: pipeline goals}}

  - id: vp-sales
    role: vp-sales
    holder: [Dana Silva, Eli Novak]   # two who share the job
    reports_to: cro
    archetype: executor           # what the holders are; `orgcli advise` looks at it

  - id: ae-emea
    role: account-executive
    title: Account Executive EMEA
    holder: Farah Haddad
    reports_to: vp-sales
    location: Berlin

  # Nobody in a position makes it open; `planned` is for one that does not exist yet.
  - id: sdr
    role: sales-development-representative
    reports_to: vp-sales
    status: planned
    start: 2027-01-01
    headcount: 3                  # one entry, and one card on the chart, for so many like seats
"""

_CONFIGURATION = """\
#:schema .orgcli/config.json
#
# How orgcli reads and judges what is here. Every key may go; the command line wins over them.
# Paths are relative to this file. The rules, and why: orgcli rule, orgcli rule ORG202

# What is read where no file is named; else org.yaml, *.org.yaml, org/ and roles/.
# organisations = ["org.yaml"]

# Folders with role files of your own, besides roles/ next to org.yaml.
# roles = ["our-roles"]

# Who may stand at the top; two are a warning otherwise.
# roots = ["ceo", "chair"]

# Codes, beginnings of codes or names of rules.
# ignore = ["several-roots"]

# What makes the exit code 1: error, warning, info, or never.
fail-on = "error"

# [severity]
# unexpected-manager-role = "error"

# [per-file-ignores]
# "drafts/*" = ["ORG102"]

# [rules.several-roots]
# max = 2
"""

GITHUB = """\
# Checks every pull request: findings stand beside their line and in the summary of the run.
name: orgcli

on:
  push:
    branches: [main, master]
  pull_request:

permissions:
  contents: read

jobs:
  organisation:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          persist-credentials: false
      - uses: actions/setup-python@a309ff8b426b58ec0e2a45f0f869d46889d02405 # v6.2.0
        with:
          python-version: "3.13"
      - run: pip install orgcli
      - run: orgcli validate -f concise -f github -f "markdown:$GITHUB_STEP_SUMMARY"
"""
"""A workflow of GitHub Actions."""

GITLAB = """\
# Checks every merge request: findings stand in its Code Quality widget and its test report.
orgcli:
  image: python:3.13-slim
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    - pip install orgcli
    - orgcli validate -f concise -f gitlab:gl-code-quality-report.json -f junit:orgcli-junit.xml
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
      junit: orgcli-junit.xml
"""
"""A job of GitLab CI."""

CI: Mapping[str, tuple[Path, str]] = {
    "github": (Path(".github/workflows/orgcli.yml"), GITHUB),
    "gitlab": (Path(".gitlab-ci.yml"), GITLAB),
}
"""Where each CI looks for its file, and what stands in it."""

ORGANISATION = Path("org.yaml")
CONFIGURATION = Path("orgcli.toml")


def first_files(name: str, schema: Callable[[str], str]) -> dict[Path, str]:
    """The files by path, relative to their folder, in the order in which they are told.

    name    what the organisation is called
    schema  gives the text of a JSON Schema: org, role or config
    """
    return {
        ORGANISATION: _ORGANISATION.format(name=scalar(name)),
        CONFIGURATION: _CONFIGURATION,
        **{SCHEMAS / f"{kind}.json": schema(kind) for kind in ("org", "role", "config")},
    }


def name_of(folder: Path) -> str:
    """What an organisation in a folder is most likely called."""
    words = [word for word in re.split(r"[\s_.-]+", folder.resolve().name) if word]
    return " ".join(word[:1].upper() + word[1:] for word in words) or "My Organisation"
