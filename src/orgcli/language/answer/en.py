"""English."""

from orgcli.language.answer.words import AnswerWords

WORDS = AnswerWords(
    question="{names}?",
    or_="or",
    first="First",
    choose_type="Choose the type, then the title (our reading).",
    claims="{name} {archetype}",
    decides="{key} decides most: {question}",
    decides_alone="{key} decides most.",
    summary="Answers for",
    does="Does",
    cadence="Looks ahead",
    archetype="Type",
    metrics="Lives by",
    background="Comes from",
    archetypes={"executor": "executor", "strategist": "strategist"},
    hire_when="Hire when",
    pair_with="Pair with",
    wrong_person="Wrong person",
    as_role="as {name}:",
    lines="Reporting lines",
    together="Where all exist",
    not_said="not said",
    no_work_says="no source says when",
    unknown="?  no source says",
    caution="Caution",
    one_work="{count} of {whole} statements on whom to hire, pair, avoid: {work} alone",
    next="Next",
)
