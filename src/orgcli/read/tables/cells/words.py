"""The words that people write for a status or for yes and no, in the languages of tables."""

import re
import unicodedata

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "ı": "i", "đ": "d", "æ": "ae", "œ": "oe"})
_NO_LETTERS = re.compile(r"[\W_]+")
_LONGEST = 80
"""Characters of a cell that may say a status; what is longer is a text."""
_MOST_WORDS = 4
"""Words of the longest phrase below."""

_THERE = (
    # in English: who is there, however employed, and whoever comes back
    "active,employed,current,working,in service,on leave,leave,leave of absence,loa,paid leave,"
    "unpaid leave,maternity leave,paternity leave,parental leave,family leave,medical leave,"
    "sick leave,sick,long term sick,garden leave,gardening leave,sabbatical,secondment,seconded,"
    "furlough,furloughed,suspended,dormant,notice,notice period,on notice,serving notice,"
    "under notice,leaving,terminating,pending termination,pending resignation,probation,"
    "on probation,probationary,probation period,confirmed,onboarding,new hire,hired,"
    "full time,fulltime,ft,part time,parttime,pt,half time,permanent,perm,temporary,temp,"
    "fixed term,regular,casual,seasonal,hourly,salaried,exempt,non exempt,zero hours,per diem,"
    "intern,internship,trainee,apprentice,apprenticeship,working student,student,graduate,"
    "contractor,contract,contingent,contingent worker,consultant,freelance,freelancer,"
    "self employed,agency,agency worker,external,outsourced,vendor,volunteer,interim,acting,"
    "expat,expatriate,newhire,rehire,rehired,offboarding,in notice period,retiring,fmla,lwop,"
    "disability leave,short term disability,long term disability,military leave,"
    "administrative leave,bereavement leave,study leave,vacation,deputation,on deputation,"
    "transferred,reinstated,suspend,"
    # accounts, and the words of Oracle HCM
    "provisioned,locked out,password expired,recovery,active no payroll,suspended no payroll,"
    "suspend no payroll,"
    # German
    "aktiv,beschaftigt,angestellt,vollzeit,teilzeit,unbefristet,befristet,geringfugig,minijob,"
    "praktikant,praktikantin,praktikum,werkstudent,werkstudentin,auszubildender,auszubildende,"
    "auszubildend,azubi,freiberuflich,extern,probezeit,elternzeit,mutterschutz,beurlaubt,krank,"
    "langzeitkrank,freigestellt,suspendiert,in kundigung,"
    # French
    "actif,en poste,temps plein,temps complet,temps partiel,cdi,cdd,stagiaire,alternant,"
    "alternante,apprenti,apprentie,interimaire,en conge,conge maternite,conge parental,"
    "conge maladie,arret maladie,suspendu,suspendue,preavis,en preavis,periode d essai,"
    # Spanish
    "activo,activa,alta,empleado,tiempo completo,medio tiempo,tiempo parcial,jornada completa,"
    "jornada parcial,media jornada,indefinido,temporal,becario,becaria,practicante,contratista,"
    "baja medica,baja maternal,baja por enfermedad,baja laboral,vacaciones,con licencia,licencia,"
    "excedencia,suspendido,suspendida,preaviso,periodo de prueba,"
    # Portuguese
    "ativo,ativa,tempo integral,tempo inteiro,tempo parcial,meio periodo,efetivo,efetiva,"
    "estagiario,estagiaria,aprendiz,terceirizado,terceirizada,temporario,temporaria,ferias,"
    "afastado,afastada,de licenca,licenca,licenca maternidade,suspenso,suspensa,aviso previo,"
    # Swedish, Norwegian, Danish
    "heltid,fulltid,fuldtid,deltid,tillsvidare,tillsvidareanstalld,visstid,vikariat,vikar,"
    "timanstalld,konsult,foraldraledig,tjanstledig,sjukskriven,provanstalld,provanstallning,"
    "anstalld,uppsagd,ansatt,ansat,fast,fastansat,fast ansatt,midlertidig,laerling,larling,elev,"
    "permisjon,i permisjon,foreldrepermisjon,orlov,pa orlov,barsel,barselsorlov,sykmeldt,sygemeldt,"
    "oppsagt,opsagt,provetid,"
    # Italian, Dutch
    "attivo,attiva,tempo pieno,part time orizzontale,tempo parziale,tempo indeterminato,"
    "tempo determinato,indeterminato,determinato,stagista,tirocinante,in congedo,congedo,"
    "aspettativa,in aspettativa,maternita,in maternita,malattia,in malattia,sospeso,sospesa,"
    "in prova,actief,in dienst,voltijd,deeltijd,vast,vaste,tijdelijk,stagiair,uitzendkracht,"
    "ziek,met verlof,verlof,ouderschapsverlof,zwangerschapsverlof,geschorst,opzegtermijn,proeftijd,"
    # Polish, Finnish, Czech, Turkish
    "aktywny,aktywna,zatrudniony,zatrudniona,pelny etat,niepelny etat,urlop,na urlopie,"
    "okres wypowiedzenia,okres probny,aktiivinen,kokoaikainen,osa aikainen,vakituinen,"
    "maaraaikainen,virkavapaalla,vanhempainvapaalla,aktivni,plny uvazek,castecny uvazek,"
    "materska dovolena,rodicovska dovolena,aktif,calisiyor,tam zamanli,yari zamanli,izinli,stajyer,"
    # Chinese, Japanese
    "在职,在職,试用期,試用期,休假,全职,兼职,实习,正社員,契約社員,派遣社員,休職,休職中,育休,産休"
)
_ABSENT = (
    # who is there and not at work
    "on leave,leave,leave of absence,loa,paid leave,unpaid leave,maternity leave,paternity leave,"
    "parental leave,family leave,medical leave,sick leave,sick,long term sick,garden leave,"
    "gardening leave,sabbatical,secondment,seconded,furlough,furloughed,suspended,fmla,lwop,"
    "disability leave,short term disability,long term disability,military leave,"
    "administrative leave,bereavement leave,study leave,vacation,suspend,suspended no payroll,"
    "suspend no payroll,"
    "elternzeit,mutterschutz,beurlaubt,krank,langzeitkrank,freigestellt,suspendiert,"
    "en conge,conge maternite,conge parental,conge maladie,arret maladie,suspendu,suspendue,"
    "baja medica,baja maternal,baja por enfermedad,baja laboral,vacaciones,con licencia,licencia,"
    "excedencia,suspendido,suspendida,ferias,afastado,afastada,de licenca,licenca,"
    "licenca maternidade,suspenso,suspensa,foraldraledig,tjanstledig,sjukskriven,permisjon,"
    "i permisjon,foreldrepermisjon,orlov,pa orlov,barsel,barselsorlov,sykmeldt,sygemeldt,"
    "in congedo,congedo,aspettativa,in aspettativa,maternita,in maternita,malattia,in malattia,"
    "sospeso,sospesa,ziek,met verlof,verlof,ouderschapsverlof,zwangerschapsverlof,geschorst,"
    "urlop,na urlopie,virkavapaalla,vanhempainvapaalla,materska dovolena,rodicovska dovolena,"
    "izinli,休假,休職,休職中,育休,産休"
)
"""Those of these words that say that somebody is away."""
_CLOSED = (
    "closed,eliminated,terminated,termination,inactive,non active,not active,no longer active,"
    "abolished,resigned,resignation,retired,retiree,retirement,left,left company,has left,leaver,"
    "former,former employee,ex employee,exited,exit,departed,separated,relieved,absconded,"
    "absconding,dismissed,fired,laid off,redundant,made redundant,deceased,died,dead,disabled,"
    "deactivated,deprovisioned,archived,deleted,withdrawn,discarded,cancelled,canceled,expired,"
    "ended,contract ended,end of contract,not employed,no longer employed,no show,reported no show,"
    "discontinued,offboarded,did not join,did not start,job abandonment,abandoned,layoff,quit,"
    "inactive no payroll,"
    "inaktiv,ausgeschieden,ausgetreten,verrentet,pensioniert,in rente,im ruhestand,verstorben,"
    "beendet,entlassen,deaktiviert,geschlossen,"
    "inactif,licencie,licenciee,demissionne,retraite,retraitee,parti,partie,sorti,sortie,decede,"
    "decedee,ferme,supprime,"
    "inactivo,inactiva,baja,despedido,despedida,renuncio,jubilado,jubilada,retirado,retirada,"
    "cesado,cesada,cese,fallecido,fallecida,cerrado,cerrada,"
    "inativo,inativa,demitido,demitida,desligado,desligada,aposentado,aposentada,falecido,"
    "falecida,rescindido,encerrado,encerrada,"
    "slutat,avslutad,avslutat,pensionerad,pensionar,avgatt,avgangen,avliden,sluttet,avsluttet,"
    "afsluttet,fratradt,pensjonert,pensioneret,pensjonist,pensionist,avskjediget,dod,nedlagt,"
    "inattivo,inattiva,licenziato,licenziata,dimesso,dimessa,pensionato,pensionata,cessato,cessata,"
    "deceduto,deceduta,chiuso,chiusa,inactief,uit dienst,ontslagen,vertrokken,gepensioneerd,"
    "overleden,gesloten,"
    "nieaktywny,nieaktywna,zwolniony,zwolniona,emeryt,na emeryturze,zmarly,paattynyt,"
    "irtisanoutunut,elakkeella,neaktivni,ukoncen,ukonceno,v duchodu,pasif,ayrildi,"
    "isten ayrildi,emekli,vefat,离职,離職,已离职,退休,退職,解雇,死亡"
)
_OPEN = (
    "open,vacant,vacancy,unfilled,to be hired,tbh,hiring,recruiting,recruitment,in recruitment,"
    "requisition,requisition open,open requisition,approved to hire,posted,unoccupied,"
    "offen,vakant,unbesetzt,zu besetzen,in besetzung,ouvert,ouverte,a pourvoir,vacante,abierto,"
    "abierta,vago,vaga,aberto,aberta,em aberto,ledig,oppen,apen,aben,ubesatt,ubesat,aperto,aperta,"
    "scoperto,scoperta,openstaand,wakat,nieobsadzone,avoin,volne,neobsazeno,acik,bos,空缺,空席,欠員"
)
_PLANNED = (
    "planned,future,proposed,budgeted,future hire,future dated,pre hire,prehire,pending hire,"
    "pending start,not started,offer accepted,accepted,starting soon,preboarding,staged,draft,"
    "geplant,prevu,prevue,planifie,planifiee,previsto,prevista,planificado,planificada,planejado,"
    "planejada,planerad,planlagt,pianificato,pianificata,gepland,planowane,suunniteltu,planovano,"
    "planlandi,计划,予定"
)
_FILLED = (
    "filled,occupied,besetzt,occupe,occupee,pourvu,pourvue,ocupado,ocupada,cubierta,preenchido,"
    "preenchida,tillsatt,besatt,besat,occupato,occupata,coperto,coperta,bezet,obsadzone,taytetty,"
    "obsazeno,dolu"
)
_NEUTRAL = (
    "employee,employees,worker,staff,person,position,post,status,employment,contract,assignment,"
    "voluntary,voluntarily,involuntary,paid,unpaid,with,without,pay,the,of,and,by,in,to,mutual,"
    "agreement,emp,ee,w2,1099,payroll,eligible,process,mitarbeiter,mitarbeiterin,stelle,salarie,puesto,cargo,tjanst,stilling"
)
_FILLERS = frozenset(_NEUTRAL.split(","))
"""What says nothing of a status beside a word that does."""
_AWAY = frozenset(_ABSENT.split(","))
_OF_SEAT = frozenset(_FILLED.split(","))
_BY_WORD = {
    word: status
    for status, words in (
        ("filled", f"{_THERE},{_FILLED}"),
        ("planned", _PLANNED),
        ("open", _OPEN),
        ("closed", _CLOSED),
    )
    for word in words.split(",")
}
_STRENGTH = ("filled", "open", "planned", "closed")
"""Of several statuses in a cell the last one counts: `Active - Terminated` is closed."""

_TRUE = (
    "true,yes,y,x,t,1,on,checked,ja,j,oui,o,vrai,si,s,sim,verdadero,verdadeiro,wahr,sant,vero,tak,"
    "prawda,kylla,tosi,ano,evet,是,はい,✓,✔,☑,✅"
)
_FALSE = (
    "false,no,n,f,0,off,unchecked,nein,non,faux,nao,falso,falsch,nej,nei,falskt,nee,nie,falsz,ei,"
    "ne,hayir,否,いいえ,✗,✘,☐,❌,-"
)
TRUTHS = {
    **dict.fromkeys(_TRUE.split(","), "true"),
    **dict.fromkeys(_FALSE.split(","), "false"),
}
"""Yes and no, folded as by `bare`, and which of the two they are."""
TRUTH_STATUSES = {word: "filled" if truth == "true" else "closed" for word, truth in TRUTHS.items()}
"""What yes and no say in a column such as `Active`."""
NEGATED_TRUTHS = {word: "closed" if truth == "true" else "filled" for word, truth in TRUTHS.items()}
"""What yes and no say in a column such as `Suspended`."""
CODES = {**dict.fromkeys("alpsw", "filled"), **dict.fromkeys("tidruqvx", "closed")}
"""Letters that PeopleSoft, UKG, SAP and others write for a status: A active, L on leave, T ..."""
YES_AND_NO = frozenset(word for word in TRUTHS if len(word) > 1 or word in "yn")
"""Those of them that nobody takes for an id or an initial."""


def bare(text: str) -> str:
    """A text as words are compared: small letters without accents, spaces between words."""
    if text.isascii():
        folded = text.casefold()
    else:
        decomposed = unicodedata.normalize("NFKD", text.casefold())
        folded = "".join(
            character for character in decomposed if not unicodedata.combining(character)
        )
        folded = folded.translate(_LETTERS)
    return _NO_LETTERS.sub(" ", folded).strip()


def truth_of(text: str) -> str | None:
    """`true` or `false` for a word or a mark of either, else None."""
    return TRUTHS.get(text.casefold()) or TRUTHS.get(bare(text))


def status_of(text: str) -> str | None:
    """The status that a text says, as systems write it: `Active - Part-Time (80%)`; else None."""
    if len(text) > _LONGEST:
        return None
    folded = bare(text)
    return _BY_WORD.get(folded) or _of_phrases(folded.split())


def _of_phrases(words: list[str]) -> str | None:
    """The strongest status of a text every word of which is known, or says nothing."""
    statuses = set()
    at = 0
    while at < len(words):
        for size in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            status = _BY_WORD.get(" ".join(words[at : at + size]))
            if status:
                statuses.add(status)
                at += size
                break
        else:
            if words[at] not in _FILLERS and not words[at].isdecimal():
                return None
            at += 1
    return max(statuses, key=_STRENGTH.index, default=None)


def is_absence(text: str) -> bool:
    """Whether a text says that somebody is there and away: `On Leave`, `Active - LOA`."""
    if status_of(text) != "filled":
        return False
    words = bare(text).split()
    return any(
        " ".join(words[at : at + size]) in _AWAY
        for at in range(len(words))
        for size in range(1, _MOST_WORDS + 1)
    )


def describes_person(text: str) -> bool:
    """Whether a status is that of somebody: beside no holder, it does not say that one is there."""
    word = bare(text)
    return word not in _OF_SEAT and "filled" in (status_of(word), TRUTH_STATUSES.get(word))
