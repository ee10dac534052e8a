"""Recognize event titles that clearly mean no school; the advisor ticks the others."""

import re

_SEASONS = (
    "fall|autumn|thanksgiving|winter|mid-?winter|holiday|christmas|spring|easter|summer|semester|mid-?term|half-?term|"
    "january|february|march|april|october|november|december"
)
_SAYS_SO = re.compile(
    r"\bno (?:school|classes|students)\b|\bschools? (?:is |are |will be )?closed\b|\b(?:schools|campus|district)\b.*\bclosed\b|"
    r"^closed\b|\b(?:student|pupil)s? holiday\b|\b(?:non-?student|(?:student|pupil)-free) day\b|\bsnow day\b"
)
_OTHER_THAN = re.compile(r"\bno school (?:uniforms?|bus(?:es)?|lunch(?:es)?|meals?|fees?|photos?|pictures?|supplies)\b")
_LOOKS_SO = re.compile(
    rf"\b(?:{_SEASONS}) (?:break|recess|vacation)\b|^(?:break|vacation|half-?term)$|\bholidays?\b|"
    r"\bteacher work ?days?\b|\bstaff (?:development|work ?day|training|learning)\b|\bprofessional (?:development|learning)\b|"
    r"\bpd day\b|\bin-?service\b"
)
_NAMED = re.compile(
    r"(?:labor day|thanksgiving(?: day)?|christmas(?: day| eve)?|new year'?s(?: day| eve)?|memorial day|independence day|"
    r"juneteenth|(?:dr\.? )?(?:martin luther king|mlk)(?:,? jr\.?)?(?: day)?|presidents'? day|veterans'? day)"
    r"(?: \(?observed\)?)?"
)
_UNSURE = re.compile(
    r"make-?up|tentative|possible|proposed|if (?:needed|no|there)|\b(?:begins?|ends?|resumes?|returns?|back|before|after|from)\b|"
    r"\b(?:first|last) day\b|\bearly (?:release|dismissal)\b|\b(?:half|minimum|shortened) day\b|\b(?:late|delayed)\b|\bdelay\b"
)
_SOME_ONLY = re.compile(
    r"\b(?:pre-?k|preschool|kindergarten|elementary|primary|middle|high school only|grades?|freshm[ae]n|sophomores?|juniors?|"
    r"seniors?|office|library|gym|pool|cafeteria|registration|enrollment|parking)\b"
)
_SOMETHING_ELSE = re.compile(
    r"\b(?:concert|party|assembly|market|fair|show|camp|program|practice|tournament|game|sing|potluck|lunch|luncheon|drive|"
    r"homework|packet|trip|deadline|shop|sale|sweater|spirit|feast|dinner|breakfast|brunch|parade|dance|meeting|optional|card|"
    r"hours|schedule|bible)s?\b"
)


def looks_like_no_school(title: str) -> bool:
    """Whether to tick an event with this title by default. Half days, days off for some grades, and parties are not ticked."""
    words = " ".join(title.casefold().replace("’", "'").split())
    if _UNSURE.search(words) or _SOME_ONLY.search(words):
        return False
    if _SAYS_SO.search(words) and not _OTHER_THAN.search(words):
        return True
    if _SOMETHING_ELSE.search(words):
        return False
    return bool(_LOOKS_SO.search(words) or _NAMED.fullmatch(words.strip(" .!-–—*")))
