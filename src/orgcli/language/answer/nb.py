"""Norwegian, bokmål."""

from orgcli.language.answer.words import AnswerWords

WORDS = AnswerWords(
    question="{names}?",
    or_="eller",
    first="Først",
    choose_type="Velg typen først, så tittelen (vår lesning).",
    claims="{name} {archetype}",
    decides="{key} avgjør mest: {question}",
    decides_alone="{key} avgjør mest.",
    summary="Svarer for",
    does="Gjør",
    cadence="Ser fremover",
    archetype="Type",
    metrics="Måles på",
    background="Kommer fra",
    archetypes={"executor": "gjennomfører", "strategist": "strateg"},
    hire_when="Ansett når",
    pair_with="Suppler med",
    wrong_person="Feil person",
    as_role="som {name}:",
    lines="Rapporteringslinjer",
    together="Der alle finnes",
    not_said="ikke sagt",
    no_work_says="ingen kilde sier når",
    unknown="?  ingen kilde sier",
    caution="Forbehold",
    one_work="{count} av {whole} utsagn om å ansette, kombinere, unngå: bare {work}",
    next="Videre",
)
