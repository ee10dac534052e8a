"""Ordinary words that are also names, such as Mark and May; only a capital and the context tell which is meant."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTICLES = _words(
    "abu al ap ben bin bint binti da dal de dei del della den der di do dos du e el ibn la le los mac mc ni st van von "
    "y zu"
)
"""Small words in family names, such as `de la Cruz`. A student may also be called Ben, Van or Al."""

GRAMMAR = _words(
    "a ah all am an and any are as at be but by can did do does du eh em en for from ga go ha had has have he her here hi "
    "his how i if in is it its ku la le les lo ma me my no nor not now of off oh ok on one or our out own pa re sa she so "
    "some such than that the their them then there they this to too two up us was we were what when where who why with "
    "yes yet you your"
)
"""Words that often begin a sentence: there, a capital letter does not make them a name."""

FOREIGN = _words("ah du eh em en eu ga ha ku la le les lo ma oh pa re sa")
"""Those that are no grammar of English, so that nothing after them tells that they are no name."""
BEFORE_WITH = _words("all are as down here how in me not now off on out them there up us what who yes you")
"""Those that come before `with` where they are no names: `Up with the hands`."""

_NAMED = """
    abbot abel ace alba amber amity angel arch archer art ash ashes aspen autumn baker banks barber bay beach beck bell
    berry best birch bird birds bishop black blessing bloom blue bold bolt bond booth boy boyd brand brave breeze brewer
    bridges brook brooks brown buck bull burns bush butcher butler cannon captain cardinal care carol carpenter carter
    castle chancellor chandler chapel chapman charity cherry child chip christian church clay clemency clerk cliff close
    cloud clouds comfort constable cooper coral corner couch counts courage crane cream crow crown crystal cutter daily
    daisy dale dawn day days deacon dean dear deer destiny devotion diamond diligence dove dragon drake dream drew driver
    duke early earth east ebony echo eden ember english ever faith falcon fall farmer fern ferry fiddler fields finch fine
    firm first flint flora flower flowers ford forest forester fortune fox france freedom french friend friday frost
    gale garden gardener gem gene genesis gentle german gift gill ginger glass glory glover gold golden good goodness
    gracious grand grape grave graves gravity gray great green grey grove grower guide guy hale hall hammer hand hands
    handy happy hardy harmony harp harper hart harvest haven hawk hay hazel head health heart heat heather heaven hero
    high hill hills holiday hollow holly honest honesty honey honor honour hopes horn house humble humility hunter ice
    innocence iris iron ivory ivy jack jade jasmine jay jazz jet jewel joiner jolly joy judge justice justly keen
    keeper key keys king kings kit kite knight knights lake lamb lane large lark last laurel lavender law leaf lean leather
    legend liberty light lightning lily lion little lock locks london long lord lotus love lovely loving low lowe loyal
    loyalty luck lucky lyric magic magnolia main major man manly maple marble marina marine marks marsh marshal mason
    master meadow mean melody memory merchant mercy merit merry mild miles mill miller mills miner minor miracle mist
    monday money moon moor morning moss mound mount mountain music myth nash neat new nice night noble noon north nova
    oak oaks ocean olive opal orange orchid orchard osprey owl pace painter pan panda paradise parish parks parrot
    parson passion pastor patience peace peach pearl pen penny pepper phoenix pilgrim pilot pine piper plain plum poem
    poet polite pond pool poppy port porter posh potter power powers prayer precious pretty pride priest prime
    primrose prince princess prior promise proper prosper prosperity proud prudence pure queen quest quick quill rainbow
    raven read real rebel red reef respect rhyme rice rich ridge right ring river rivers road roads robin rocket rocky
    roman root rose rosemary roses rowan royal ruby rue ruler rule rush rye sable sage sailor saint salmon salt sand
    sandy sapphire saturday savage scarlet school science sea season sergeant serenity shade sharp shaw sheep shepherd
    shine shore short silence silk silver simple singer sky skylark slate small smart smith snow soft soldier song
    south spark sparks sparrow spicer spring squire star stars steady steel steward stone stones story strange stream
    street strong student summer summers sun sunday sunny sunshine swan sweet swift sword sydney tailor tall tan tanner
    tart teacher teal temperance temple thatcher thursday tiger tinker tinsley topaz town trader traveler treasure tree
    true truly trust truth tuck tuesday turner twig unity unique valentine valor valour van verity very victor victory
    village vine violet virtue vision wagner walker wall waller walls ward warden warm warrior washer water waters way
    weather weaver wednesday weeks welcome west wheat wheeler white wild willing willow wind winner winter winters
    wisdom wise witty wolf wonder wood woods work world worth wren wright yard year york young zeal zest zion demo example family given name sample surname test
"""
_SHORT = """
    add age ago aid aim air ale ape arm axe bad bag ban bar bat bet bid big bin bit box bun bus buy cab can cap car case cat
    chin chip coo cop cot cow cry cub cup cut dad dam den die dig dim dip dog don dot dry due dug dye ear eat ebb egg ego elf elk
    end era eye fan fang far fat fed few fig fin fit fix flu fly fog fox fry fun fur gap gas gate gates gay gel get gin god
    got gum gun gut gym ham hat hen hid hip hit hog hop hot how hug hum hung hut ill ink inn jam jar jaw jet job jog jug kid kin
    kind lab lad lag lap last lay led leg let liar lid lie life like lim line lip list live log look lot loud low lunch mad mail
    make man map mat max meal mean meet men met mid mind mix mob mom moon mop moss most mud mug mum nail nap need net new
    next nod note nun nut oar odd oil old only open oral over own pad pan pang part past pay pea pen pet pie pin ping pit play
    pot pun pup put rag ram ran rang rap rat raw red rest rib rid rig rim rip rob rot row rub rug run rut sad said sail sang
    sat save saw say sea see send sent set sew shin show sin sing sip sit six size ski slim sob son song soon sort sow sung sum
    swim tag take talk tan tang tap tar tax tea team tell ten text than tie time tin tip tiny toe ton too top tow toy try tub
    tug turn type under unit use van vase vet via view wag wan wang wax weak web wed week well went wet whale wide win wing
    wire won wrong yam yard yell yen yet zip zoo
"""
DAYS = _words("monday tuesday wednesday thursday friday saturday sunday")
BEFORE_DAYS = _words("on every each last this next until till since")
"""Words that come before a day of the week."""
PERSONAL = _words(
    "mark will bill chase rob jack frank pat sue drew ray nick dean earl guy rich robin jade ruby rose lily may skip lance "
    "pierce chuck gene grant wade tuck clay reed miles june april august mason hunter carter taylor cooper archer penny sandy"
)
"""Ordinary words that after `with` or `ask` are hardly ever anything but a name, even in lower case."""
MODAL = _words("may will can might must shall")
"""Verbs before another verb: `May I`, `Will you`."""
VERBS = MODAL | _words(
    "bill bless book branch bridge brook camp cash chance charge chase chuck cook cover craft cross dash drew duck face field "
    "fish flip frank gage gene grace grant guard hope hunt jack judge lance land lock love march mark mill nick pace page "
    "park pat paint peg pick pierce pike place plan price pride promise prosper rain ray read reed rich ring rob rock rod rule "
    "rush sail skip smith spring stand star steer still stone storm sue tan tie tip trace track trip trust tuck turn wade "
    "walk wall wander ward welcome whip win wish wonder work"
)
"""Words that begin a sentence as a verb: `Mark the steps`."""
MONTHS = _words("january february march april may june july august september october november december")
ORDINARY = GRAMMAR | MONTHS | VERBS | DAYS | _words(_NAMED) | _words(_SHORT) | (PARTICLES - {"ben", "della", "abu"})
"""Everyday words that are also names."""
NO_NAMES = ORDINARY | _words(
    "mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec mr mrs ms miss dr prof sir god eng bio "
    "chem phys math maths art hist geo lab phd usa dad mom mum ch pp vol fig vs etc ed est ext inc max min"
)
"""Words that are never a name cut short."""

NICK_WORDS = _words(
    "ant bash beck bee bess biddy cat char checo coco corny dick dot dolly em fanny fer flick fran gosh gene gen hen huff isa "
    "jock jon juli lars lana len lex lu mack maddy mags mans manu mari mica mick mina missy mo moe mona mundo nan nana nanny nat "
    "neil nic nova pal pato paca perico pip posy prissy rae reg rod rosie rusty sal sally sally sol stef tabby tad tavi tere "
    "thea tina tip toma tori trina val vale vic wills zay"
)
"""Nicknames that in lower case are rather another word, and at the beginning of a sentence too."""

FOLLOWED_BY = _words(
    "a all an any both each every five four he her his i if it its me my not one our she some that the their them these "
    "they this those three two us we what you your"
)
"""Words that follow a verb rather than a name: `Mark the steps`, `Will you`."""
PRONOUNS = _words("i you he she it we they who that this to")
"""Words after which a verb comes: `I WILL MARK IT`."""
BEFORE_NAMES = _words("with ask asked asks tell told tells beside")
"""Words that come before a name, even among words in capitals: `WITH HE AND OH`."""
AFTER_WITH = _words(
    "a all an any both her his it its me my no one our she some such that the their them this two us what you your"
)
"""Small words that come after those."""
AFTER_NAMES = _words(
    "is was has had and or said says told asked asks can could will would does did goes went got gave made took knows knew "
    "wants thinks thought came comes sat sits wrote read also never always often usually sometimes who whose"
)
"""Words that follow a name rather than a small word: `An is`, `Oh and I`."""
AFTER_NOUNS = AFTER_NAMES - _words("also never always often usually sometimes")
"""Words that follow a name rather than `will`."""
PREPOSITIONS = _words("by to near behind beside with for from at about like and or between toward towards against")
"""Words before which `will` is no verb: `to sit by will`."""
ARTICLES = _words("the a an his their its my your our no any some more much many most quite every each these those")
"""Words before which no name stands: `by the grace`, but `that mark` may be a name."""
COPULAS = _words(
    "is was are were be been being am feel feels felt seem seems seemed look looks looked stay stays stayed get gets got "
    "become becomes became very so too more most quite really as how still not"
)
"""Words after which an adjective is none."""
ADJECTIVES = _words(
    "black blue bold brave brown daily dear early fine firm first free gentle gold golden good great green grey grand happy hard "
    "high honest humble just keen kind large last lean light little long loud lovely low loyal lucky main major mean merry mild "
    "minor neat new nice noble old open plain polite pretty prime proper proud prudent pure quick ready real rich right sharp "
    "short silent simple small smart soft sound steady still strange strong sweet swift tall true unique valiant warm wild "
    "willing wise witty young"
)
"""Everyday words for how somebody or something is."""
AFTER_ADJECTIVES = _words("with in at on about enough start work effort week day finish reader writer")
"""Words after an adjective that begins a sentence: `strong with fractions`."""
BEFORE_VERBS = _words("i you he she it we they who please will can could would should not")
"""Words before a verb: `we hope the`."""
BEFORE_MONTHS = _words("in until till since through during early mid late every each last this late begin")
"""Words that come before a month and hardly ever before a name: `until May`, but `written by May`."""
LABELS = _words(
    "plan grade vitamin part option group team room table figure fig set section row column question problem exercise "
    "point line angle side step level class type chapter page block day hepatitis and or variable case appendix a an"
)
"""Words before a single letter that stands for a thing: `plan B.`"""
