"""Recognize titles that mean no school in the languages of schools other than English ones."""

import re

_BY_LANGUAGE = (
    # German
    r"\b(?:herbst|weihnachts|winter|faschings|fasnachts|semester|sport|oster|frühjahrs|frühlings|pfingst|sommer|schul|himmelfahrts)ferien\b",
    r"^ferien\b|\bferientag\b|\b(?:schul|unterrichts)frei(?:er? tage?)?\b|\bkein(?:e)? (?:schule|unterricht)\b|\b(?:beweglicher|gesetzlicher) ferientag\b",
    r"\b(?:schule|unterricht) (?:fällt aus|entfällt)\b|\bfeiertag\b|\bpädagogischer? (?:tag|konferenztag)\b|\btag der deutschen einheit\b",
    r"\b(?:karfreitag|ostermontag|pfingstmontag|christi himmelfahrt|fronleichnam|allerheiligen|reformationstag|buß- und bettag)\b",
    # French
    r"\bvacances (?:scolaires|de|d'|du|des|hiver|noël)|^vacances\b|\bjours? fériés?\b|\bcongés? (?:scolaires?|de|d'|du|des|férié|pédagogique)|^congé\b",
    r"\b(?:pas|jour sans|aucun) (?:d'|de )?(?:école|classe|cours)\b|\bécole (?:est )?fermée\b|\bjournées? pédagogiques?\b|\b(?:semaine de )?relâche\b|\bpont de l'ascension\b",
    r"\bécole annulée\b|\bcours (?:annulés|suspendus)\b|\b(?:lundi|lendemain) de (?:pâques|pentecôte)\b|\bfête nationale\b|\btoussaint \(férié\)",
    # Spanish
    r"\b(?:sin|no hay|no habrá) (?:clases?|escuela)\b|\b(?:días?|jornada) (?:festivos?|no lectivos?|inhábil(?:es)?|feriados?|de asueto)\b|\bno lectivos?\b",
    r"^(?:festivo|feriado|asueto|puente)\b|\bvacaciones\b|\breceso (?:escolar|de|invernal)\b|\b(?:suspensión de|se suspenden(?: las)?) (?:clases|labores)\b",
    r"\bclases suspendidas\b|\bclases canceladas\b|\bescuelas? cerradas?\b|\bpuente de\b|\bconsejo técnico escolar\b|\bsemana santa\b",
    # Italian
    r"\bvacanze\b|\b(?:scuola chius[ae]|scuole chiuse|chiusura (?:della )?scuola)\b|\bniente (?:scuola|lezioni)\b|\bsospensione (?:delle )?(?:lezioni|attività)\b|\bgiorno festivo\b|^festività\b|^ponte d",
    # Portuguese
    r"\bférias\b|\bferiado\b|\b(?:sem|não há|não haverá) aulas?\b|\brecesso (?:escolar)?\b|\baulas suspensas\b|\bsuspensão (?:de|das) aulas\b|\bescola fechada\b|\bponto facultativo\b",
    # Dutch
    r"\b(?:herfst|kerst|voorjaars|krokus|mei|zomer|paas|carnavals)vakantie\b|^vakantie\b|\b(?:school|les)vrij\b|\bgeen (?:school|les(?:sen)?)\b|\bvrije dag\b|\bstudiedag\b|\bschool (?:is )?gesloten\b",
    # Swedish, Norwegian, Danish
    r"\b(?:höst|sport|vinter|påsk|jul|sommar|februari)lov\b|^lov\b|\blovdag(?:ar)?\b|\b(?:skol|skole|elev|undervisnings)fri(?:tt|a)?(?: dag)?\b|\bstudiedag(?:ar)?\b|\bingen (?:skola|skole|undervisning)\b",
    r"\b(?:høst|vinter|jule|påske|sommer|efterårs|efterar)ferie\b|\bplanleggingsdag\b|\bklämdag\b",
    # Polish, Finnish
    r"\bferie (?:zimowe|świąteczne)\b|\bprzerwa świąteczna\b|\bdzień wolny\b|\b(?:syys|joulu|talvi|hiihto|kesä)loma\b",
    # Japanese, Chinese, Korean, which have no blanks between words
    r"休校|休業日|(?:夏|冬|春|秋)(?:季|期)?休(?:み|業)|祝日|振替休日|学校休み|創立記念日|放假|停[课課]|不上[课課]|[寒暑春]假|休假|휴교|방학|휴업일|공휴일",
)
_SAYS_SO = re.compile("|".join(_BY_LANGUAGE))
_UNSURE = re.compile(
    r"\b(?:erster|letzter|ersten|letzten|vor|nach|beginn|ende|ab|bis)\b|ferien(?:beginn|ende|start|programm|betreuung|camp|spiele)\b|\bferienkurs|"
    r"\b(?:premier|dernier|avant|après|rentrée|reprise|début|fin) (?:jour |des |de |du |les )|\brentrée\b|\bcolonie\b|\bdevoirs de vacances\b|"
    r"\b(?:primer|último|antes|después|regreso|inicio|reanudación|fin|comienzo) (?:día|de|a)\b|\bposible\b|\btareas? de\b|"
    r"\b(?:primo|ultimo) giorno\b|\b(?:inizio|fine|rientro|prima|dopo)\b|\bcompiti\b|"
    r"\b(?:primeiro|início|volta|antes|depois|fim|retorno) (?:dia|às|das|do|de)\b|"
    r"\b(?:eerste|laatste|voor|na|begin|einde|huiswerk)\b|\b(?:sista|första|före|efter|siste|første)\b|"
    r"\b(?:nur|sólo|solo|solamente|seulement|uniquement|alleen|endast)\b|\b(?:klassen?|jahrgang|stufe|grupo|año) \d|"
    r"\b(?:salida temprana|medio día|demi-journée|halber tag|halvdag|mezza giornata|meio período|halve dag)\b|"
    r"(?:開始|終了|前日|明け|始業|終業|登校日|宿題|작업|开始|結束|结束|作业|作業|补课|補課|개학|숙제)"
)


def says_so_elsewhere(words: str) -> bool:
    """Whether a title in lower case clearly says so in another language."""
    return bool(_SAYS_SO.search(words))


def is_unsure_elsewhere(words: str) -> bool:
    """Whether a title in lower case says so, but of a part of a day, of some students, or of the days around."""
    return bool(_SAYS_SO.search(words) and _UNSURE.search(words))
