"""Spanish."""

from orgcli.language.answer.words import AnswerWords

WORDS = AnswerWords(
    question="¿{names}?",
    or_="o",
    first="Primero",
    choose_type="Elija el tipo antes que el título (lectura nuestra).",
    claims="{name} {archetype}",
    decides="{key} es lo que más decide: {question}",
    decides_alone="{key} es lo que más decide.",
    summary="Responde de",
    does="Hace",
    cadence="Horizonte",
    archetype="Tipo",
    metrics="Se mide por",
    background="Trayectoria",
    archetypes={"executor": "ejecutor", "strategist": "estratega"},
    hire_when="Contratar si",
    pair_with="Combinar con",
    wrong_person="Mal encaje",
    as_role="como {name}:",
    lines="Líneas jerárquicas",
    together="Donde existen todos",
    not_said="no se dice",
    no_work_says="ninguna fuente dice cuándo",
    unknown="?  ninguna fuente",
    caution="Atención",
    one_work="{count} de {whole} afirmaciones sobre contratar, combinar, evitar: solo {work}",
    next="Siguiente",
)
