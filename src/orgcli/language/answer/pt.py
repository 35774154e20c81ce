"""Portuguese."""

from orgcli.language.answer.words import AnswerWords

WORDS = AnswerWords(
    or_="ou",
    first="Primeiro",
    choose_type="Escolha o tipo antes do título (leitura nossa).",
    claims="{name} {archetype}",
    decides="{key} é o que mais decide: {question}",
    summary="Responde por",
    does="Faz",
    cadence="Olha para",
    archetype="Tipo",
    metrics="Vive de",
    background="Vem de",
    archetypes={"executor": "executor", "strategist": "estrategista"},
    hire_when="Contratar",
    pair_with="Completar",
    wrong_person="Mau perfil",
    lines="Linhas de reporte",
    alone="só {name}",
    together="juntos",
    not_said="não se diz",
    no_work_says="nenhuma fonte diz quando",
    unknown="?  nenhuma fonte",
    caution="Cautela",
    one_work="{count} de {whole} afirmações sobre quem contratar ou evitar: só {work}",
    next="Seguir",
)
