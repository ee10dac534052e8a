"""Recognize event titles and categories that clearly mean no school; the advisor ticks the others."""

import re
from collections.abc import Iterable

from .day_off_languages import is_unsure_elsewhere, says_so_elsewhere

_NOT_AFTER_NO_SCHOOL = (
    "board|council|site|improvement|leadership|committee|uniforms?|bus(?:es|ing)?|lunch(?:es)?|meals?|breakfasts?|fees?|photos?|pictures?|suppl(?:y|ies)|store|shop|play|"
    "musical|choir|chorus|band|orchestra|clubs?|dances?|newspaper|yearbook|library|transport(?:ation)?|part(?:y|ies)|"
    "ranks?|sizes?|clothes|shirts?|tours?|visits?|sports?|activities|projects?|phones?"
)
_MEETING = "meetings?|rehearsals?|practices?|try-?outs|auditions?|orientation"
_WHO = "school|schools|classes|class|students?|pupils?|children|instruction|lessons"
_SAYS_SO = re.compile(
    rf"\bno[ -](?:school|classes|class|students|pupils|instruction|lessons|student attendance)\b"
    rf"(?! (?:{_NOT_AFTER_NO_SCHOOL})\b)(?![^-–—:;,.()/|]*\b(?:{_MEETING})\b)|"
    rf"\b(?:{_WHO}|campus|district)(?: and offices?)? (?:is |are |will )?(?:not (?:be )?(?:in session|in school|in attendance|held)|be out|have off)\b|"
    r"\b(?:schools?|campus|district)(?: and offices?)? (?:is |are |will be )?closed\b|\b(?:schools|campus|district)\b.*\bclosed\b|"
    r"^closed\b(?! (?:campus|session|door|caption|meeting|event|practice|to\b))|\bschools? (?:closure|closing)\b|\b(?:snow|weather|emergency) (?:closure|closing)\b|"
    rf"\b(?:{_WHO})(?: (?:is|are|has been|have been|will be))? (?:cancel+ed|called off)\b|"
    r"\b(?:student|pupil|kid)s?'?s? (?:(?:holidays?|vacation)(?! \w)|day off\b|off\b(?!-))|\bno[ -](?:student|pupil)[ -]days?\b|"
    r"\b(?:will not|won't|does not|do not) have (?:school|classes)\b|\b(?:students?|pupils?) (?:do|will|does) not (?:attend|report)\b|\b(?:students?|pupils?) (?:have the day off|out)\b|"
    r"\b(?:student|pupil|child|kid)[ -]free\b|\bnon[ -]?(?:school|student|pupil|instruction(?:al)?|teaching|contact)[ -](?:day|attendance)|"
    r"\b(?:non|not)[ -]?attend(?:ance|ing)(?: day)?\b|\bsnow days?\b|\b(?:school )?days? off(?: school)?\b|"
    r"\bnot a school day\b|\bno[ -]school[ -]days?\b"
)
_SEASONS = (
    "fall|autumn|thanksgiving|winter|mid-?winter|holiday|christmas|xmas|new year'?s?|spring|mid-?spring|easter|passover|summer|"
    "president'?s'?(?: week)?|semester|trimester|quarter|term|mid-?term|half[ -]?term|mid-?year|year[ -]end|end of (?:year|term|semester)|lunar new year|ski|ski week|school|"
    "january|february|march|april|may|june|july|august|september|october|november|december|michaelmas|lent|trinity"
)
_STAFF = r"(?:teachers?'?|staff|faculty|employee|educators?'?)"
_LOOKS_SO = re.compile(
    rf"\b(?:{_SEASONS}) (?:break|recess|vacation|holidays?)\b|^(?:the )?(?:break|vacation|recess(?= week| days))\b(?! \w)|"
    r"\bhalf[ -]?term\b|\bmid[ -]?term (?:break|holiday)|\b(?:break|recess|vacation) (?:day|week)s?\b|\bholidays?\b|"
    r"\b(?:staff|faculty|employee) days?\b|"
    rf"\b(?:optional )?{_STAFF}(?: only)?[ -](?:work[ -]?days?|in-?service|pd|institutes?|development|training|learning|convention|"
    r"planning days?|prep(?:aration)? days?|only days?|institute days?|professional days?)\b|\bteachers?'? institute\b|"
    r"\b(?:optional )?work[ -]?days?\b|\binstitute days?\b|\bsuperintendent(?:'?s'?)? conf(?:\.|erence) days?\b|"
    r"\bprof(?:essional|\.)? (?:dev(?:elopment|\.)?|learning|growth|days?)(?: days?)?(?: |$|[-–—:;,./()!])|\b(?:pd|pl|pld|p\.d\.|pa|pro[ -]?d) days?\b|\bstaff pd\b|\b(?:school|district) development days?\b|"
    r"\bin-?service\b|\binset\b|\bcurriculum days?\b|\b(?:teacher )?(?:record|grading|planning)s? days?\b|"
    r"\b(?:comp(?:ensatory)?|trade|exchange) days?\b|\bteachers?'? convention\b"
)
_OBSERVED = r"(?: \(?(?:observed|observance|holiday)\)?)?"
_NAMED = re.compile(
    r"(?:the )?(?:labor day|labour day|thanksgiving(?: day| friday)?|day after thanksgiving|christmas(?: day| eve)?|boxing day|"
    r"new year'?s?'?(?: day| eve)?|memorial day|independence day|fourth of july|4th of july|juneteenth(?: national independence day)?|"
    r"(?:(?:rev\.? )?(?:dr\.? )?(?:martin luther king|m\.?l\.?k\.?)(?:,? jr\.?)?|martin luther king)'?s?(?: day| birthday)?|"
    r"president'?s'? ?(?:day(?: weekend)?|week)|(?:washington|lincoln)'?s birthday|veteran'?s?'? day|(?:columbus|indigenous people'?s?'?) day|"
    r"columbus ?(?:day)? ?(?:/|&|and|-) ?indigenous people'?s?'? day|indigenous people'?s?'?(?: day)? ?(?:/|&|and|-) ?columbus day|"
    r"good friday|easter monday|(?:early )?may day|victoria day|canada day|anzac day|australia day|waitangi day)"
    + _OBSERVED
)
_UNSURE_ALWAYS = re.compile(
    r"make[ -]?up|\bbuilt[ -]?in\b|\breserved?\b|\bcontingency\b|\bplaceholder\b|\btbd\b|\bclosed to\b|\bnew (?:teacher|staff|faculty|student|famil)\w*|\bnti\b|tentative|possibl[ey]|proposed|pending|\bif (?:needed|no|there|necessary|used|not)\b|\bas needed\b|\bmay be\b|"
    r"\bearly (?:release|dismiss\w*|out|clos\w+|departure|finish|day|pick[ -]?up)\b|\bdismiss\w*\b|"
    r"(?:\bhalf|1/2|½)[ -]?days?\b|\b(?:minimum|shortened|short|partial|abbreviated|modified|reduced)[ -](?:days?|schedule)\b|"
    r"\b(?:late|delayed|delay)\b|\b(?:after|before|from|until|till|at) (?:\d|noon|midday|lunch)|\b(?:a\.?m\.?|p\.?m\.?|morning|afternoon|evening)\b|"
    r"\b(?:remote|virtual|e-?learning|online|at[ -]home|e ?-learning|distance|asynchronous) ?(?:learning|instruction|school|day|class(?:es)?)?\b|"
    r"(?<!not )(?<!not be )\bin (?:session|attendance)\b|\b(?:students?|pupils|classes|schools?) (?:will |do )?(?:attend|meets?|open|(?:is|are) open|as usual)\b|"
    r"\b(?:regular|normal|full) (?:school )?day\b|\bschool (?:is )?(?:open|on|in)\b|\b(?:no|not an?) (?:holiday|no[ -]school|day off)\b|"
    r"(?<!not )(?:\bis |\b)a school day\b|\bno (?:snow day|make|change)|\b(?:vote|survey|deadline|due(?! to)|form)s?\b|\?"
)
_UNSURE = re.compile(
    r"\b(?:begins?|starts?|ends|end(?! of (?:year|term|semester|quarter|trimester) (?:break|holiday|vacation))|beginning|resumes?|returns?|reopens?|closes|finishes|break(?:s|ing)? up|back|before|after|from|eve of|prior|leading)\b|"
    r"\b(?:first|last|1st) (?:school )?days?\b|\bstart of\b|\bweek (?:of|before)\b"
)
_GRADE = r"(?:pre-?k|p-?k|tk|k|ek|[1-9]|1[0-2])(?:st|nd|rd|th)?"
_WHOLE_SCHOOL = re.compile(
    r"\b(?:pre-?k|p-?k|tk|ek|k|1)(?:st)? ?(?:-|–|to|through|thru) ?12(?:th)?(?: grades?| students)?\b|"
    r"\b(?:all )?schools and offices\b|\ball (?:grades?|schools?|levels|students|campuses)\b"
)
_OFFICE = re.compile(
    r"(?:\band|[&/+]) ?(?:district |all )?offices?\b|\boffices? ?(?:and\b|[&/+]) ?|"
    r"(?:\b(?:school|district|main|business|central|admin(?:istrative)?) )*\boffices? (?:is |are |will be |also |remains? )*(?:closed|open)\b"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_DATES = re.compile(
    rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?: ?(?:-|–|to|through|&|and) ?(?:{_MONTH} )?\d{{1,2}})?\b|\b\d{{1,2}}/\d{{1,2}}\S*"
)
_SOME_ONLY = re.compile(
    r"\b(?:pre-?k|pk|tk|upk|vpk|[34]-?k|preschool|pre-?school|kindergarten|kinder|elementary|elem|primary|secondary|intermediate|middle|junior high|high school|"
    r"lower school|upper school|upper|lower|early years|infants|nursery|es|ms|hs|jh|grades?|gr|graders?|y(?:ears?|r)? ?\d+|form \d|freshm[ae]n|sophomores?|juniors?|"
    r"seniors?|office|offices|library|gym|pool|cafeteria|registration|enrollment|parking|playground|track|gate|building|some|bus|camp|(?:group|cohort|track) [a-e1-4])\b|"
    rf"\b{_GRADE} ?(?:-|–|to|through|thru|&|and|,) ?{_GRADE}\b|\bk\b(?!\.)|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)[ -]grade|"
    r"\b(?:summer|sunday|saturday|night|evening|after|before|driving|adult|bible|community|extended|religious|hebrew)[ -]school\b"
)
_SOMETHING_ELSE = re.compile(
    r"\b(?:concert|party|partie|assembly|assemblie|market|fair|show|camp|program|practice|tournament|game|sing|sing-?along|potluck|lunch|luncheon|drive|"
    r"homework|packet|trip|deadline|shop|sale|sweater|spirit|feast|dinner|breakfast|brunch|parade|dance|meeting|card|"
    r"hours|schedule|bible|night|performance|recital|celebration|bazaar|festival|fundraiser|contest|wear|dress|pajama|movie|gift|craft|"
    r"tour|visit|walk|run|race|ceremony|play|musical|read-?a-?thon|lights|tree|decorating|dues?|open house|conditioning|workout|clinic|"
    r"training camp|intensive|worksheet|reading|assignment|happy|greetings|tutoring|academy|meal|food|distribution|pick-?up|boxe?|basket|choir|hat|gram|communitie|community|challenge|mission|service project|childcare|care|club|project|rehearsal)e?s?\b|"
    r"(?<!optional )(?<!no )\boptional\b(?! (?:\w+ )?work)"
)
_CANCELED = re.compile(
    r"\bcancel+ed\b|\bcancellation\b|\bcancelad[oa]s?\b|\bannul[ée]e?s?\b|\babgesagt\b|\bpostponed\b|\brescheduled\b|"
    r"\bannullat[oiae]\b|\bgeannuleerd\b|\binställd[at]?\b|中止|取消"
)
_SCHOOL_IS_CANCELED = re.compile(
    rf"\b(?<!no )(?:{_WHO})(?: (?:is|are|has been|have been|will be))? (?:cancel+ed|called off|postponed)\b|"
    r"\b(?:activities|events|practices|games|athletics|sports|programs|meetings|clubs|childcare|everything)(?: (?:is|are|has been|have been|will be))? "
    r"(?:cancel+ed|called off|postponed)\b|"
    r"\b(?:clases|aulas)(?: \w+)? cancelad[oa]s\b|\bcours annulés?\b|\bunterricht (?:ist )?abgesagt\b|\blezioni annullate\b"
)
_CATEGORY = re.compile(
    r"(?:no[ -]school|school|student|district|public|bank|federal|legal|state) holidays?|(?:school )?(?:breaks?|vacations?|recess)|"
    r"holidays? ?(?:and|&|/|,|-) ?(?:school )?(?:breaks?|vacations?|closures?|recess|no school.*)|(?:school )?(?:breaks?|vacations?) ?(?:and|&|/) ?holidays?|"
    r"(?:school |office )?closures?|days? off|half[ -]?term"
)


_LONGEST = 300
"""The longest text that is looked through, in characters: ten thousand longer ones would take seconds."""


def looks_like_no_school(title: str, categories: Iterable[str] = ()) -> bool:
    """Whether to tick an event by default: its title clearly says so, or one of its categories does and its title agrees.

    Half days, days off for some grades, parties, and what was canceled are not ticked, nor does a title or a category as long as a page count.
    """
    if len(title) > _LONGEST:
        return False
    words = _without_office(_plain(title))
    if _is_unsure(words) or is_canceled(title):
        return False
    if _says_so(words):
        return True
    if _NAMED.fullmatch(words.strip(" .!-–—*")):
        return True
    if _SOMETHING_ELSE.search(words) or _UNSURE.search(words):
        return False
    if _LOOKS_SO.search(words):
        return True
    short = (category for category in categories if len(category) <= _LONGEST)
    return any(_is_day_off_category(_plain(category)) for category in short)


def is_canceled(title: str) -> bool:
    """Whether a title says that the event itself was canceled, unlike “School canceled”."""
    words = _plain(title)
    return bool(_CANCELED.search(_SCHOOL_IS_CANCELED.sub(" ", words)))


def _is_unsure(words: str) -> bool:
    """Whether it is only a part of a day, for some only, or not certain."""
    undated = _DATES.sub(" ", words)
    for_some = _SOME_ONLY.search(_WHOLE_SCHOOL.sub(" ", undated))
    return bool(_UNSURE_ALWAYS.search(words) or for_some or is_unsure_elsewhere(words))


def _without_office(words: str) -> str:
    """The words without an office that is closed as well, if what is left still says that there is no school."""
    rest = " ".join(_OFFICE.sub(" ", words).split())
    return rest if _says_so(rest) else words


def _says_so(words: str) -> bool:
    return bool(_SAYS_SO.search(words)) or says_so_elsewhere(words)


def _is_day_off_category(words: str) -> bool:
    return not _is_unsure(words) and (_says_so(words) or bool(_CATEGORY.fullmatch(words)))


def _plain(title: str) -> str:
    return " ".join(title.casefold().replace("’", "'").replace("‘", "'").replace("‑", "-").split())
