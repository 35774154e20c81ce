"""Portuguese of Brazil."""

from orgcli.language.answer.words import AnswerWords

WORDS = AnswerWords(
    question="{names}?",
    or_="ou",
    first="Primeiro",
    choose_type="Escolha o tipo antes do título (leitura nossa).",
    claims="{name} {archetype}",
    decides="{key} é o que mais decide: {question}",
    summary="Responde por",
    does="Faz",
    cadence="Horizonte",
    archetype="Tipo",
    metrics="Métricas",
    background="Trajetória",
    archetypes={"executor": "executor", "strategist": "estrategista"},
    hire_when="Contratar se",
    pair_with="Combinar com",
    wrong_person="Perfil errado",
    lines="Linhas de reporte",
    alone="só {name}",
    together="juntos",
    not_said="não se diz",
    no_work_says="nenhuma fonte diz quando",
    unknown="?  nenhuma fonte",
    caution="Atenção",
    one_work="{count} de {whole} afirmações sobre quem contratar ou evitar: só {work}",
    next="A seguir",
)
