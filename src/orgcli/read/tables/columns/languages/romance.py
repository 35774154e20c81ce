"""Headings in French, Spanish, Portuguese and Italian."""

from collections.abc import Mapping

ROMANCE: Mapping[str, Mapping[str, str]] = {
    "French": {
        "managerid": "ID responsable, ID manager, identifiant du responsable, ID supérieur,"
        " identifiant manager, poste supérieur",
        "reportsto": "rattaché à, rend compte à, rattachement hiérarchique, rattachement",
        "managernumber": "matricule responsable, matricule du responsable, matricule manager,"
        " matricule du manager, matricule N+1, matricule supérieur",
        "manageremail": "e-mail responsable, e-mail du responsable, e-mail manager,"
        " e-mail du manager, courriel du responsable, adresse e-mail du manager, mail manager",
        "manager": "responsable, responsable hiérarchique, supérieur, supérieur hiérarchique,"
        " responsable direct, chef, N+1, chef d'équipe, supérieur direct, hiérarchie, encadrant",
        "managername": "nom du responsable, nom du manager, nom responsable, nom du supérieur,"
        " nom manager",
        "parentunit": "unité parente, unité supérieure, entité parente, service parent",
        "employeeid": "ID employé, ID salarié, ID collaborateur, identifiant employé,"
        " identifiant salarié, identifiant collaborateur, code salarié, ID poste, code poste",
        "employeenumber": "matricule, no empl., numéro employé, numéro d'employé, n° employé,"
        " numéro salarié, numéro de salarié, n° salarié, numéro matricule, n° matricule, mat,"
        " numéro de matricule, matricule salarié, matricule employé",
        "username": "nom d'utilisateur, utilisateur",
        "number": "numéro, identifiant, n°",
        "positionname": "intitulé du poste, intitulé de poste, libellé poste, libellé emploi,"
        " titre du poste, nom du poste",
        "job": "poste, titre, fonction, emploi, métier",
        "role": "rôle",
        "displayname": "nom complet, nom et prénom, nom prénom, prénom nom, prénom et nom,"
        " nom de l'employé, nom du salarié, nom du collaborateur, titulaire, nom affiché",
        "name": "nom",
        "employee": "employé, employée, salarié, collaborateur, collaboratrice, personne, agent",
        "firstname": "prénom, prénoms",
        "lastname": "nom de famille, nom d'usage, nom de naissance",
        "department": "département, service, nom du service, direction",
        "unit": "unité, entité",
        "division": "pôle",
        "teamname": "équipe",
        "location": "lieu de travail, lieu, localisation, emplacement, bureau, établissement",
        "city": "ville",
        "costcenter": "centre de coût, centre de coûts",
        "status": "statut",
        "employmentstatus": "statut d'emploi, situation, état",
        "isactive": "actif, est actif",
        "employmentstartdate": "date d'entrée, date d'embauche, date de début, embauche,"
        " date d'arrivée, date début contrat",
        "terminationdate": "date de sortie, date de fin, date de départ, date fin de contrat,"
        " fin de contrat",
        "fte": "ETP, équivalent temps plein, taux d'activité ETP",
        "headcount": "effectif, nombre de postes",
        "level": "niveau, niveau hiérarchique",
        "grade": "échelon, classification, coefficient",
        "assistant": "assistant, assistante, est assistant",
        "tags": "étiquettes, mots-clés",
        "dottedline": "responsable fonctionnel, manager fonctionnel, supérieur fonctionnel",
        "email": "courriel, adresse e-mail, adresse courriel, e-mail professionnel, mél,"
        " adresse électronique, courrier électronique",
        "phone": "téléphone, tél, numéro de téléphone, téléphone professionnel",
        "mobile": "portable, téléphone portable, téléphone mobile",
        "photo": "photographie",
        "website": "site web, lien, profil",
    },
    "Spanish": {
        "managerid": "ID jefe, ID del jefe, ID supervisor, ID del supervisor, ID gerente,"
        " ID responsable, ID manager, código jefe, puesto superior, ID padre",
        "reportsto": "reporta a, depende de, reporta",
        "managernumber": "número jefe, número de jefe, número de empleado del jefe, legajo jefe,"
        " código del jefe, código supervisor",
        "manageremail": "correo jefe, correo del jefe, email del jefe, correo del supervisor,"
        " email jefe, correo del responsable, correo del gerente",
        "manager": "jefe, jefe directo, jefe inmediato, superior directo, responsable directo,"
        " supervisor directo, gerente, jefatura, jefa, superior inmediato, superior jerárquico,"
        " supervisor inmediato, líder",
        "managername": "nombre del jefe, nombre jefe, nombre del supervisor, nombre supervisor,"
        " nombre del responsable, nombre del jefe directo",
        "parentunit": "unidad superior, departamento superior, unidad padre",
        "employeeid": "ID empleado, ID de empleado, ID del empleado, código empleado,"
        " código de empleado, código del empleado, ID puesto, código de puesto, ID trabajador",
        "employeenumber": "número empleado, número de empleado, n° empleado, nº empleado,"
        " legajo, no empleado, no. de empleado, matrícula, número de personal, ficha,"
        " clave empleado",
        "username": "usuario, nombre de usuario",
        "number": "número, código, clave, identificador",
        "positionname": "nombre del puesto, título del puesto, denominación del puesto,"
        " puesto de trabajo",
        "job": "puesto, cargo, título, función",
        "role": "rol",
        "displayname": "nombre completo, nombre y apellidos, nombre y apellido,"
        " apellidos y nombre, apellidos y nombres, nombre del empleado, apellido y nombre,"
        " nombres y apellidos, nombre empleado, titular",
        "name": "nombre, nombres",
        "employee": "empleado, empleada, trabajador, colaborador, persona",
        "firstname": "nombre de pila, primer nombre",
        "lastname": "apellido, apellidos, primer apellido",
        "department": "departamento, gerencia",
        "unit": "unidad, unidad organizativa",
        "division": "división, dirección, área funcional",
        "area": "área",
        "teamname": "equipo",
        "location": "ubicación, oficina, sede, centro de trabajo, lugar de trabajo, localización",
        "city": "ciudad, localidad",
        "costcenter": "centro de costo, centro de costos, centro de coste, centro de costes",
        "status": "estado, estatus, situación laboral, estado laboral, estado del empleado",
        "isactive": "activo, está activo",
        "employmentstartdate": "fecha de inicio, fecha de ingreso, fecha de alta, fecha ingreso,"
        " fecha de contratación, fecha inicio, fecha alta, fecha de incorporación",
        "terminationdate": "fecha de baja, fecha de fin, fecha fin, fecha de salida,"
        " fecha de egreso, fecha baja, fecha de término, fin de contrato",
        "fte": "ETC, equivalente a tiempo completo, jornada ETC",
        "headcount": "número de puestos, plazas",
        "level": "nivel, nivel jerárquico",
        "grade": "grado, categoría salarial",
        "assistant": "asistente, es asistente",
        "tags": "etiquetas",
        "dottedline": "jefe funcional, responsable funcional, supervisor funcional",
        "email": "correo, correo electrónico, correo corporativo, email corporativo",
        "phone": "teléfono, número de teléfono, telf, tel",
        "mobile": "móvil, celular, teléfono móvil",
        "photo": "foto, imagen, fotografía",
        "website": "sitio web, enlace, página web",
    },
    "Portuguese": {
        "managerid": "ID do gestor, ID gestor, ID do gerente, ID do supervisor, ID do chefe,"
        " código do gestor, ID do responsável, cargo superior",
        "reportsto": "reporta-se a, reporte a, subordinado a",
        "managernumber": "matrícula do gestor, matrícula gestor, matrícula do superior,"
        " matrícula do chefe, matrícula do gerente, número do gestor",
        "manageremail": "e-mail do gestor, email gestor, e-mail do gerente, e-mail do supervisor",
        "manager": "gestor, chefe, gerente, superior imediato, gestor direto, gestor imediato,"
        " responsável, líder direto, chefia, chefia imediata, responsável direto, superior direto",
        "managername": "nome do gestor, nome gestor, nome do gerente, nome do supervisor,"
        " nome do chefe",
        "parentunit": "unidade superior, departamento superior",
        "employeeid": "ID do funcionário, ID funcionário, ID do colaborador, ID colaborador,"
        " código do funcionário, código do colaborador",
        "employeenumber": "matrícula, número do funcionário, nº funcionário, registro,"
        " número do colaborador, número de funcionário, n.º mecanográfico",
        "username": "usuário, utilizador, nome de usuário, nome de utilizador",
        "number": "número, código, identificador",
        "job": "cargo, título, função, posto, posição",
        "role": "papel",
        "displayname": "nome completo, nome do funcionário, nome do colaborador, titular",
        "name": "nome",
        "employee": "colaborador, colaboradora, funcionário, funcionária, empregado, pessoa",
        "firstname": "primeiro nome, prenome, nome próprio",
        "lastname": "sobrenome, apelido, último nome",
        "department": "departamento, setor, diretoria",
        "unit": "unidade",
        "division": "divisão, direção",
        "area": "área",
        "teamname": "equipe, equipa",
        "location": "localização, local de trabalho, escritório, local, filial",
        "city": "cidade",
        "costcenter": "centro de custo, centro de custos",
        "status": "situação, estado, status do funcionário",
        "isactive": "ativo, está ativo",
        "employmentstartdate": "data de início, data de admissão, admissão, data admissão,"
        " data de contratação, data de entrada, data início",
        "terminationdate": "data de saída, data de demissão, data de desligamento,"
        " data de término, data de fim, data fim, desligamento",
        "fte": "ETI, equivalente a tempo integral, equivalente a tempo inteiro",
        "headcount": "número de vagas, quantidade de vagas",
        "level": "nível, nível hierárquico",
        "grade": "grau, faixa salarial",
        "assistant": "assistente, é assistente",
        "tags": "etiquetas",
        "dottedline": "gestor funcional, gestor matricial",
        "email": "correio eletrônico, correio eletrónico, e-mail corporativo",
        "phone": "telefone, número de telefone",
        "mobile": "celular, telemóvel, telefone celular",
        "photo": "foto, imagem, fotografia",
        "website": "página, ligação, site pessoal",
    },
    "Italian": {
        "managerid": "ID responsabile, ID del responsabile, ID manager, ID superiore,"
        " codice responsabile",
        "reportsto": "riporta a, riferisce a, risponde a",
        "managernumber": "matricola responsabile, matricola del responsabile, matricola superiore",
        "manageremail": "email responsabile, e-mail del responsabile, email del responsabile",
        "manager": "responsabile, responsabile diretto, superiore, superiore diretto, capo,"
        " capo diretto, superiore gerarchico, diretto superiore, referente",
        "managername": "nome responsabile, nome del responsabile, nominativo responsabile",
        "parentunit": "unità superiore, unità padre, reparto superiore",
        "employeeid": "ID dipendente, codice dipendente, ID posizione, codice posizione,"
        " ID collaboratore",
        "employeenumber": "matricola, numero dipendente, numero di matricola,"
        " matricola dipendente",
        "username": "nome utente, utente",
        "number": "numero, codice, identificativo",
        "job": "mansione, ruolo, qualifica, titolo, posizione, incarico, funzione",
        "displayname": "nome completo, nominativo, nome e cognome, cognome e nome,"
        " dipendente nome, cognome nome, nome cognome",
        "name": "nome",
        "employee": "dipendente, collaboratore, lavoratore, persona, impiegato",
        "firstname": "primo nome, nome proprio",
        "lastname": "cognome",
        "department": "reparto, dipartimento, ufficio, settore",
        "unit": "unità, unità organizzativa",
        "division": "divisione, direzione",
        "teamname": "squadra, gruppo",
        "location": "sede, sede di lavoro, luogo di lavoro, ubicazione, filiale",
        "city": "città, località",
        "costcenter": "centro di costo",
        "status": "stato",
        "employmentstatus": "stato dipendente, stato occupazionale",
        "isactive": "attivo, è attivo",
        "employmentstartdate": "data di assunzione, data assunzione, data inizio,"
        " data di inizio, data ingresso, assunzione",
        "terminationdate": "data di cessazione, data cessazione, data fine, data di fine,"
        " data uscita, cessazione",
        "fte": "equivalente a tempo pieno",
        "headcount": "numero posizioni, numero di posti",
        "level": "livello gerarchico",
        "grade": "livello, inquadramento, livello contrattuale",
        "assistant": "assistente, è assistente",
        "tags": "etichette",
        "dottedline": "responsabile funzionale",
        "email": "posta elettronica, indirizzo email, email aziendale, indirizzo e-mail",
        "phone": "telefono, numero di telefono",
        "mobile": "cellulare, telefono cellulare",
        "photo": "foto, immagine",
        "website": "sito web, collegamento",
    },
}  # fmt: skip
"""Language -> English heading -> what people write for it, parted by commas."""
