"""Ordinary words that are also names, such as Mark and May; only a capital and the context tell which is meant."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTICLES = _words(
    "abu al ap ben bin bint binti da dal de dei del della den der di do dos du e el ibn la le los mac mc ni st van von "
    "y zu"
)
"""Small words in family names, such as `de la Cruz`. Alone they are nobody's name."""

GRAMMAR = _words(
    "a am an as at be but by can do du for go ha he her his how i if in is it its ku la le lo ma me my no not now of oh "
    "on or our she so some than that the then they this to too up us was we what when who why yes you"
)
"""Words that often begin a sentence: there, a capital letter does not make them a name."""

_NAMED = """
    abel ace alba amber angel arch archer art ash aspen autumn baker banks barber bay beck bell berry best bill
    birch bird bishop black bloom blue bond book booth boy branch brand brave bridge bridges brook brooks brown buck
    bull burns bush butler camp cannon carol carpenter carter cash chance chapel chapman chase cherry chip christian
    church clay cliff close cloud cook corner couch counts craft crane cross crystal daisy dash dawn day dean
    diamond dove drake drew duke early english faith farmer fern ferry field fields finch fish fisher flint flora
    flower flowers ford forest fox france frank french friend frost gale gardener gem gene gift gill glass glory
    gold golden good grace grant grave graves gray green grey grove guy hale hall hand hardy harmony harp harper
    hart hash haven hazel head heath heaven hill hills hope house hunt hunter ice iris iron ivory ivy jack jade
    jasmine jewel joy judge justice keen key king kite knight knots lace lake lamb lane lark law liberty light lily
    little long lord love lovely low loyal major march marina marine mark marks marsh may mercy merry mill miller
    mills miracle moon moss mount myth nash nice noble north oak olive page palmer park parks pastor pat patience
    pearl peck penny pepper pike plum pond poppy porter potter power powers prayer precious price pride prince
    princess promise prosper prudence quick rain raven ray read reed rich ridge river rivers rob robin rock rocky
    rose rosemary rowan royal ruby rue rush sage sailor saint salmon sandy savage sharp shaw shepherd short silver
    singer sky small smart snow sparks spring star stark still stone stones storm street strong sue summer summers
    sun sunny swan sweet swift tailor tan teal temple tiger trinity true tuck valentine victor victory vine violet
    wade walker wall walls ward warden waters way weaver west wheeler white will willow winter winters wise wolf
    wood woods worth wren wright young
"""
MONTHS = _words("january february march april may june july august september october november december")
ORDINARY = GRAMMAR | MONTHS | _words(_NAMED)
"""Everyday words that are also names."""

FOLLOWED_BY = _words(
    "a all an any both each every five four he her his i if it its me my not one our she some that the their them these "
    "they this those three two us we what you your"
)
"""Words that follow a verb rather than a name: `Mark the steps`, `Will you`."""
BEFORE_MONTHS = _words("by each early end every from in last late mid next of since this through to until")
"""Words that come before a month: `until May`."""
