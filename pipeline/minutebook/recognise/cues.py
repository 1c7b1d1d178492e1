"""Words beside a name that show that it is a body: it replies, it is written to."""

from __future__ import annotations

import re

from minutebook.grammar.leaps import leaping
from minutebook.recognise.wordlists import words_of

# a letter from Zorbex   contact Zorbex   informed by Zorbex   on behalf of Zorbex
BEFORE = re.compile(
    r"""(?:\b|(?=[£$€]))(?:
        contact(?:ed|ing)? | informed | remind(?:ed)? | instruct(?:ed)? | chase[ds]?
      | notify | notified | consult(?:ed)? | employ(?:ed)? | engage[ds]? | thank(?:ed)?
      | approach(?:ed)? | ask(?:s|ed|ing)? | (?:e-?mail|(?:tele)?phon)(?:ed|ing)
      | await(?:s|ed|ing)? | wait(?:ed|ing)?[ ]for | (?:spoke|spoken|speak|talked)[ ]to
      | represent(?:ing|s|ed)
      | wr(?:ite|ote|itten|iting)(?:[ ]to)?
      | (?:liais(?:e|ed|ing)|agreed|meeting|met|discussions?|discussed|speak|spoke
          |spoken|agreement|contract|work|worked|working|engag(?:e|ed|ing)|check(?:ed)?
          |follow(?:ed)?[ ]up|tak(?:e|en)[ ]up|took[ ]up|corresponded)[ ]with
      | (?:discuss|raised?)[ ](?:(?:this|it|them)[ ])?with
      | report(?:ed)?[ ](?:(?:it|this|them|the[ ][a-z]{3,12})[ ])?to
      | (?:letters?|e-?mails?|reply|response|quot(?:e|ation)|invoice|grant|funding
          |support|feedback|correspondence|report|representatives?|update|message|complaint
          |notification|confirmation|advice|donation|request)[ ](?:from|to|by|of)
      | (?:bid|tender|proposal|presentation|thanks|talk|application|objection|apologies
          |evidence|statement|draft|design|figure|survey|contribution|pupil)s?
        [ ](?:from|by|of|to)
      | (?:on|to|joins?|joined|joining|left)[ ]the[ ](?:management[ ])?board[ ]of
      | away[ ]from
      | (?:received|secured|obtained|heard|awaited|ordered|bought|purchased|hired|pupils
          |children|volunteers|staff|officers?|officials?|someone|engineers?|members?
          |speakers?)[ ]from
      | (?:apply|applied|applying|turn(?:ed)?[ ](?:them|it|[a-z]{2,5})[ ]over)[ ]to
      | complain(?:ed|ts?)[ ](?:about|against) | placed[ ]with
      | visit[ ]with | in[ ]place[ ]of | let | tell | told
      | (?:is|are|now|still|lies|rests|left|matter|issue)[ ]with
      | (?:informed|employed|owned|provided|run|installed|carried[ ]out|undertaken
          |advised|funded|organised|supplied|issued|submitted|sent|given|held|made|raised
          |led|hosted|chaired|developed|managed|operated|delivered|prepared|produced
          |published|commissioned|required|requested|proposed|supported|agreed|approved
          |awarded|handled|monitored|maintained|installed|offered|set[ ]up|granted
          |refused|rejected|declined|adopted|imposed|levied)[ ]by
      | turned[ ]down[ ]by
      | (?:advised|arranged|attended|audited|chased|checked|chosen|collected|completed
          |considered|designed|discussed|elected|facilitated|inspected|investigated
          |invited|nominated|painted|planted|printed|recommended|repaired|replaced
          |removed|reviewed|signed|sponsored|tested|told)[ ]by
      | (?:matter|issue|question)[ ]for | (?:sits?|sat|serv(?:e|es|ed|ing)|seats?|place
          |places|vacanc(?:y|ies))[ ]on | (?:elected|re-elected|appointed)[ ]to
      | (?:sent|paid|affiliated|submitted|go|going|goes|went|appeal|forwarded|passed
          |referred|refer|addressed|belongs?|precepts?|matter[ ]is)[ ]to
      | (?:behalf|members?)[ ]of | staff[ ]at
      | (?:spoke|speaking|voted|volunteer(?:s|ed|ing)?|fundrais(?:e|ed|ing)|collection
          |works|worked)[ ]for
      | (?:renew(?:ed|al)?|registered|account|insured|banks?)[ ](?:with|at)
      | invoices?[ ](?:for|of)[ ][£$€][ ]?[\d,.]{1,12}[ ]from
      | (?:accept|award)(?:ed|ing)?[ ](?:the[ ])?(?:bid|proposal|price|quote|quotation
          |tender|estimate|contract)[ ](?:of|from|to)
      | (?:sign(?:ed)?|went|go)[ ]with
      | bidder[ ](?:is|was) | award(?:ed)?[ ]to
      | (?:contract|cheque|check|payment|refund)s?[ ]to
      | letters?[ ]of[ ]thanks[ ]from | pay(?:ing)? | paid
      | [£$€][ ]?[\d,.]{1,12}[ ](?:to|from)
    )[ ](?:the[ ])?$""",
    re.VERBOSE,  # of small letters
)

AGENT = r"""(?:
    say|agreed|advised|confirmed|reported|inform(?:ed|s)|replied|responded|asked|requested
    |offered|refused|provided?|said|stated|wrote|announced|proposed|undert(?:ook|aken)
    |supplied|quoted|intends?|wants?|gave|given|decided|written|promised|sent|made|carried
    |holding|running|organising|hosting|offering|providing|preparing|seeking|asking|hoping
    |trying|proposing|supporting|undertaking|applying|leading|awaiting|keen|happy
    |due[ ]to|completed|received|responsible|unable|willing|looking|planning|working
    |considering|carrying|taking|coming|visiting|attended|visited|aware|been|going
    |currently|still|not|now|also|contacted
    |(?:heard|met|voted|thanked|welcomed|donated|granted|awarded|paid)(?![ ]by\b)
    |sought|seeks|meets|resolved|hopes|hoped|believes|felt|told(?![ ]by\b)
    |(?:to[ ])?be[ ](?:contacted|asked|appointed|awarded|chased|consulted|engaged|given
        |hired|instructed|invited|notified|paid|reminded|thanked|told))"""
# Zorbex has agreed   Zorbex are looking   Zorbex's engineers   Zorbex Newsletter
AFTER = re.compile(
    rf"""(?:[’']s)?(?:[;,:][ ](?:they|who|whose)\b | [ ](?:
        (?:have|has|had|will|would)[ ]{{1,8}}(?:also[ ]|now[ ]|not[ ]|since[ ])?\w
      | (?:are|were|is|was)[ ]{AGENT}\b
      | {AGENT}\b
      | (?:representatives?|officers?|staff|team|engineers?|officials?|website
          |contractors?|councillors?|Cabinet|Executive|[Nn]ewsletters?|[Cc]irculars?|[Oo]ffices?|AGM|[Cc]onference
          |[Mm]embership|[Ss]ubscription|[Bb]riefing|[Rr]eport|[Mm]agazine|[Ii]nvoice
          |[Gg]rant|[Tt]raining)\b ))""",
    re.VERBOSE,
)

# Ada Penrose, Zorbex   Ada Penrose (Zorbex)   Mr Penrose from Zorbex
PERSON = re.compile(
    r"\x00(?:,[ ]|[ ]?[(\[]|,?[ ](?:from|of|at|representing)[ ](?:the[ ]|our[ ])?)$"
)


def has_cue(view: str, start: int, end: int) -> bool:
    """Return whether somebody deals with, or something is done by, this name.

    >>> has_cue("a letter from Zorbex was read", 14, 20)
    True
    """
    before = view[max(0, start - 40) : start]
    return bool(
        AFTER.match(view, end)
        or (asks_before(before) and BEFORE.search(before.lower()))
        or ("\x00" in before and PERSON.search(before))
        or before.endswith(("\x00 – ", "\x00 - "))
    )


# the (Senate) approved,  to the (Executive).  -  but the (University) library
ENDS = re.compile(
    r"[ ]?[.,;:)\n]|[ ](?:and|for|that|to|on|in|by|about|with|before)\b|$"
)
DID = re.compile(
    r"[ ](?:approved|rejected|endorsed|considered|resolved|decided|recommended|noted"
    r"|objected|met\b|would|will|had|has|have|may|should|must|could)\b"
)


# RECOMMENDED TO (SENATE):   recommended (to (Executive))
RECOMMENDED = re.compile(r"\brecommend(?:ed|s|ation)?[ ]\(?to[ ]$", re.IGNORECASE)


def acts_alone(view: str, start: int, end: int) -> bool:
    """Return whether "the" leads to a lone word for a body that acts or is dealt with.

    >>> [acts_alone(x, 4, 10) for x in ("the Senate approved it", "the Senate room")]
    [True, False]
    """
    before = view[max(0, start - 44) : start]
    if before[-4:].casefold() != "the ":
        return bool(RECOMMENDED.search(before))
    if AFTER.match(view, end) or DID.match(view, end):
        return not before.endswith((" in the ", " of the ", " at the "))
    led = bool(ENDS.match(view, end)) and asks_before(before)
    return led and BEFORE.search(before.lower()) is not None


# outside the Post Office   opposite Thornbeck School
BESIDE = re.compile(
    r"\b(?:outside|near|opposite|behind|beside|adjacent[ ]to|next[ ]to|in[ ]front[ ]of"
    r"|(?:north|south|east|west)[ ]of)[ ](?:the[ ])?$"
)


def is_landmark(view: str, start: int) -> bool:
    """Return whether what begins here only tells where something is.

    >>> is_landmark("a bench outside the Post Office", 20)
    True
    """
    return bool(BESIDE.search(view, max(0, start - 24), start))


LAST_WORDS = frozenset(
    [
        "contact",
        "contacted",
        "contacting",
        "to",
        "with",
        "from",
        "by",
        "of",
        "informed",
        "approach",
        "approached",
        "ask",
        "asked",
        "representing",
        "represents",
        "represented",
        "represent",
        "at",
        "advise",
        "chase",
        "chased",
        "as",
        "is",
        "was",
        *("remind", "reminded", "instruct", "instructed", "notify", "notified"),
        *("consult", "consulted", "employ", "employed", "engage", "engaged"),
        *("thank", "thanked", "chases", "asking", "awaits", "awaited", "awaiting"),
        "messrs",
        "messrs.",
        *("emailed", "e-mailed", "phoned", "telephoned", "emailing", "phoning"),
        *("write", "wrote", "for", "pay", "paid", "paying", "appoint", "appointed"),
        *("tell", "told", "asks", "ring", "rang", "let", "use", "using"),
        *("hire", "hired", "commissioned", "about", "against", "on", "v"),
    ]
)


def asks_before(before: str) -> bool:
    """Return whether the last word may be one that asks for a body: a cheap look.

    >>> asks_before("a letter from the "), asks_before("the old ")
    (True, False)
    """
    words = before.rsplit(None, 2)[-2:]
    if words and words[-1] in ("the", "The"):
        words.pop()
    return bool(words) and words[-1].casefold() in LAST_WORDS


# a quotation from Zorbex   installed by Zorbex
TRADE = re.compile(
    r"""(?: (?:quot(?:e|ation)|estimate|invoice|price|tender|bill|payment|order|brochure
          |catalogue|donation|sponsorship)s?
        [ ](?:(?:was|were|had[ ]been|has[ ]been)[ ])?
        (?:received[ ])?(?:from|to)
      | (?:donated|supplied|installed|employed|manufactured|owned|printed|fitted
          |repaired|replaced|serviced|insured|audited|quoted)[ ]by
      | (?:quot(?:e|ation)|estimate|price|system|unit)s?[ ](?:(?:got|obtained)[ ])?from
      | (?:insured|booked|contracts?|shares)[ ](?:with|in) | contract[ ]to
      | contract[ ]worth[ ][£$€][\d,.]{1,12}[ ]with
      | (?:compensation|rebate|refund)[ ]from
      | (?:on|to|joins?|joined|joining|left)[ ]the[ ](?:management[ ])?board[ ]of
      | invoices?[ ](?:for|of)[ ][£$€][ ]?[\d,.]{1,12}[ ]from
      | (?:accept|award)(?:ed|ing)?[ ](?:the[ ])?(?:bid|proposal|price|quote|quotation
          |tender|estimate|contract)[ ](?:of|from|to)
      | bidder[ ](?:is|was) | messrs\.? | (?:shareholder|employee|customer)[ ](?:of|in)
      | (?:survey|inspection|presentation|talk|review|audit|design|installation|study
          |contribution|performance|display|stall|concert|work)s?[ ]by
    )[ ](?:the[ ])?$""",
    re.VERBOSE,  # of small letters
)
# his employer, Zorbex   the agents (Zorbex   the software supplier, Zorbex
_KINDS = r"""(?:accountant|administrator|agent|architect|auditor|bank|bidder|brewery
    |broker|builder|buyer|caf[eé]|carpenter|caterer|charity|chemist|company|consultant
    |contractor|decorator|developer|electrician|employer|engineer|estate[ ]agent|firm
    |florist|foundry|garage|gardener|glazier|gym|haulier|holder|housebuilder|insurer|installer|joiner
    |landlord|landowner|leaseholder|lessee|licensee|manufacturer|nursery|operator|owner
    |pharmacy|photographer|plumber|printer|provider|publisher|purchaser|retailer|roofer|shop
    |solicitor|sponsor|stonemason|supplier|surgeon|surveyor|tenant|tenderer|thatcher
    |undertaker|valuer|vendor)"""
KIN = re.compile(
    rf"\b{_KINDS}s?(?:,[ ]|[ ]\(|(?:,[ ]|[ ])messrs\.?[ ]"
    r"|[ ](?:called|named|known[ ]as|trading[ ]as)[ ])$",
    re.VERBOSE,  # of small letters
)
# the charity (Zorbex Hale)   local contractors (Zorbex Hale)
SORT = re.compile(
    r"(?:\b(?:the|an?|our|local|new|by|with|from)[ ](?:[a-z-]{3,14}[ ])?|(?<=[;,–-][ ])"
    r"(?=accountants|auditors|insurers|solicitors))"
    r"(?:charity|company|firm|accountants|architects|auditors|brokers|consultants|contractors|developers"
    r"|engineers|insurers|solicitors|suppliers|surveyors)[ ]$"
)
# their roofer is Zorbex Hale
IDENTIFIED = re.compile(rf"\b{_KINDS}s?[ ](?:is|are|was|were)[ ]$", re.VERBOSE)
SORT_ENDS = ("ity ", "any ", "firm ", "nts ", "cts ", "ors ", "ers ")
KIN_ENDS = (", ", " (", "srs ", "srs. ", "led ", "med ", "n as ", "g as ")
# Zorbex Hale, the consultants   Zorbex Hale, our new insurers   Zorbex Hale (builders)
CALLED = re.compile(
    rf"(?:(?:,[ ]|[ ]\()(?:the|our|their|its|his|her|your)[ ]|[ ]\()"
    rf"(?:[a-z-]{{3,12}}[ ]){{0,2}}{_KINDS}s?(?=[ ]?[,.;)\n])",
    re.VERBOSE,
)
# Zorbex £480   Zorbex - £480   Zorbex ($1,200)   behind "quotes:", "grants to"
PRICED = re.compile(r"[ \n.]{0,4}(?:[-–:(][ ]?)?[£$€][ ]?\d")
# Zorbex Hale was £480   Zorbex Hale at $9   Zorbex Hale quoted £400
COSTS = re.compile(
    r"[ ](?:was|were|is|at|of|for|with|bid|came[ ]in[ ]at)[ ](?:[a-z]{2,12}[ ]){0,2}"
    r"[£$€][ ]?\d"
)
SEVERAL = re.compile(
    r"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|\d|[Ss]everal|[Ff]ollowing"
    r"|[Tt]hese)[ ]"
    r"(?:[a-z]{3,14}[ ])?(?:quot(?:es?|ations?)|prices|bids?|tenders?|estimates?)\b"
)
OFFERS = leaping(
    r"\b(?:[Qq]uot(?:es?|ations?)|prices|[Bb]ids?|[Tt]enders?|[Ee]stimates|[Rr]equests"
    r"|[Gg]rants?|[Dd]onations?|[Aa]wards?)\b[^\n]{0,60}(?::|\bto\b)"
)
# Zorbex quoted £480
QUOTES = re.compile(
    r"[ ](?:(?:has|have|had)[ ])?(?:quoted|tendered|bid|estimated)[ ][£$€]"
)
# Hale Renewal wishes to   Hale Renewal said
SAYS = re.compile(
    r"[ ](?:(?:is|are)[ ](?:pursuing|proposing|seeking|offering|applying|hoping)"
    r"|sent|sends|expects?|claims|claimed|said|says?|charges?|wish(?:es)?|intend(?:s|ed)?|quoted|supplies|wrote"
    r"|wants?|objected|withdrew|stated|offered|asked|asks?|agreed|confirmed|declined|replied"
    r"|advised|donated|promised|refused|reported|(?:would|will|could|to|should)[ ]"
    r"(?:give|like|be[ ](?:asked|chased|consulted|contacted|invited|notified|thanked"
    r"|paid|told)"
    r"|(?:hold|host|attend|visit|fund|provide|supply|install|arrange|organi[sz]e|plant))"
    r"|(?:bid|tendered)(?=[ ][£$€]?\d)"
    r"|collected|entertained|spoke|presented|attended|hosted|performed|sponsored|organi[sz]ed|complained"
    r"|installed|supplied|repaired|replaced|handed[ ]in|reviewed|inspected|surveyed"
    r"|designed|recommended|submitted|undertook|maintains?|manages?|operates?|employs?"
    r"|be[ ](?:given|awarded|appointed|engaged|employed|hired|used|retained|instructed)"
    r"|owns?|collects?|(?:ha[sd]|have|had|did|do|does|would|is|are|was|were)n[’']t"
    r"|gave[ ](?:an?|the|their|its|us)[ ]"
    r"|(?:is|are|was|were|be|been)[ ](?:re-?)?(?:appointed|chased|consulted|engaged"
    r"|informed|instructed|notified|told|chosen"
    r"|hired|contracted|awarded|asked|invited|contacted|thanked|moving|willing))\b"
)
# before the name of a place: a resident of Zorbex Drove complained
WHENCE = (" of ", " in ", " at ", " from ", " on ", " near ", " to ", " for ")
# a letter from Zorbex   contact Zorbex
WRITES = re.compile(
    r"""(?: (?:leaflet|letter|e-?mail|reply|response|correspondence|survey|statement
          |complaint|update|request|grant|funding)s?[ ](?:received[ ])?from
      | (?:received|pending[ ]a[ ]report|litter[ ]pickers|tier|quote)[ ]from
      | contact(?:ed)? | chased?
      | complain(?:ed|ts?)[ ](?:about|against) | placed[ ]with | boycott[ ]of
      | approach(?:ed)? | ask | thanks[ ]to | (?:e-?mail|(?:tele)?phon)(?:ed|ing)
      | (?:used|run|leased|contacted|approached|organised|organized|funded|sponsored
          |commissioned|adopted|provided|delivered|managed|hosted|carried[ ]out
          |implemented|maintained|decisions?|refused|supported)[ ]by
      | (?:work|worked|working|closely|meeting|met|discuss|discussed|discussions?
          |link[ ]up|arranged|booking|spoke|spoken|speak|liais(?:e|ed|ing)|partnership
          |follow(?:ed)?[ ]up|check(?:ed)?|tak(?:e|en)[ ]up|took[ ]up
          |agreements?|contracts?|settlement|lease|dispute|negotiations?|negotiating
          |deal|employment|enquiries)[ ]with | advise
      | (?:meet|meets|sign|signed|went|go|renew|renewed|stay|remain|persevere
          |sign(?:ed)?[ ]up|mandate|bank|banking)[ ]with
      | (?:letter|e-?mail|reply|notice|invoice|memo)[ ]dated[ ][\w ,/.-]{4,24}[ ]from
      | (?:speak|spoke|spoken|talked|presented|reported|donated|awarded|paid|given
          |invoices?|donations?|returned)[ ]to
      | grants?[ ](?:of[ ][£$€][\d,.]{1,12}[ ])?to
      | (?:support|advice|recommendations?|awaited|bought|purchased?|hired|ordered
          |grants?|funding|back|supplied)[ ]from
      | letter[ ]of[ ]thanks[ ]from | pay(?:ing)? | paid | spoke[ ]for
      | (?:staff|representatives?|someone|engineers?|speakers?|one|some|more|another
          |ones|it|them|these|those|two|three)[ ]from
      | (?:cheque|check|payment|refund)s?[ ]to
      | (?:application|bid|request|donation|payment|contribution|submission|referral
          |complaint|approach)s?[ ](?:(?:was|were|is|be|been|should|would|will|had|has
          |to)[ ]){1,3}(?:made|sent|submitted|given)[ ]to
      | (?:inspection|survey|appointment|account|policy|insurance|maintenance|order
          |visit|booking|arrangements?|subscription|membership)[ ]with
      | (?:request|petition|generosity|kindness|help|assistance|services|offer)[ ]of
      | licen[cs]es?[ ](?:for|to)
      | [£$€][ ]?[\d,.]{1,12}[ ](?:\+[ ]VAT[ ])?to
      | represent(?:ing|s|ed) | (?:users|bodies|groups|firms|companies)[ ]such[ ]as
      | (?:letter|e-?mail)[ ](?:(?:has|had)[ ]been|was|to[ ]be|be)[ ]
        (?:forwarded|sent|written)[ ]to
      | (?:apply|applied|write|wrote|written|writing)[ ]to
        )[ ](?:the[ ])?$""",
    re.VERBOSE,  # of small letters
)
# cut by Zorbex Hale   £40 from Zorbex Hale   ordered from Zorbex Hale
HANDS = re.compile(
    r"""(?<![\w-])(?:
        (?!propos|second|mov|affect|follow|cover|caus|surround|bound|damag|guid|govern|requir|determin)
        (?:[a-z]{2,12}(?:ed|en|ade|ought|ilt|old|aid|ent|awn|own|un)
        (?:[ ](?:at|down|in|off|on|out|over|up))?|cut|put|set)[ ]by
      | (?:[£$€][\d,.]{1,12}|application|appeal|order|ordered|notice|proposal|vouchers?
          |pass|passes|rent|offer|tickets|heard|buy|hire|borrow|purchase|information
          |figures|plans|drawings|advert|claim|compensation|rebate|sponsorship|bonds?
          |bequest|legacy|warrants?|draft|designs?|estimate)[ ]from
      | (?:order|buy|get|hire|purchase)[ ](?:[a-z]{2,8}[ ]){1,3}from
      | (?:transfer|transferred|let|leased|sold|copied|off|over|report|return|switch
          |switched|complain|complained|appealed|loan|lent|thanks|lend)[ ]to
      | (?:book|booked|lease|loan|leave|left|shared|merge|merged|joint|insure)[ ]with
      | (?:lease|tenancy|warrants?|issued|payable|made[ ]out|let[ ]out)[ ]to
      | (?:appeal|bid|quote|price|estimate|tender|quotation|offer
          |shareholder|employee|trustee|patron|founder
          |premises|invoice|owners?|tenants?|secretary|treasurer|chair|chairman
          |governors?|head|headteacher|pupils?)[ ]of
      | (?:drew|fixture|friendly|game|lost|match|played|tie|won)[ ](?:against|to|with|v)
      | (?:he|she|they|who|\x00)[ ](?:work|works|worked)[ ]for
      | (?:employed|governors?|headteacher|pupils?|students?|teacher|volunteers?)[ ]at
      | (?:deputation|delegation|instructors?|officers?|players?|students?|team
          |volunteers?|workers?)[ ]from
      | (?:asks?|tell|told|ring|rang|remind|instruct|appoint|appointed|let|thanked|use
          |invite|invited|hired?|employ(?:ed)?|engage|commissioned)
        )[ ]$""",
    re.VERBOSE,  # of small letters; no firm's name follows "the"
)
# Zorbex have quoted   Zorbex has agreed   Zorbex will supply
ACTS = re.compile(
    r"""[ ](?:
        have[ ](?:also[ ]|now[ ]|not[ ]|since[ ]|very[ ]kindly[ ]|kindly[ ])?
          (?!been|gone|fallen|risen|grown|arisen|increased|decreased|dropped|doubled)
        [a-z]+(?:ed|en|ne|ought|ade|ven)\b
      | (?:has|had)[ ](?:also[ ]|now[ ]|not[ ]|since[ ])?
        (?:agreed|offered|quoted|withdrawn|confirmed|replied|advised|provided|supplied
          |noted|written|carried|completed|installed|responded|asked|decided|said
          |donated|awarded|declined|refused|complained|objected|promised|applied|printed
          |planted|organised|visited|attended|won|launched|recruited|contacted|requested
          |submitted|proposed|approached|undertaken|run|held|given|sent|bought)\b
      | (?:will|would)[ ](?:also[ ]|now[ ])?(?:arrange|fund|host|sponsor|provide|supply
          |install|deliver|carry[ ]out) )""",
    re.VERBOSE,
)


def deals(view: str, start: int, end: int) -> int:
    """Return how sure it is that a name without a head noun is a body, 0 to 2.

    >>> deals("a quotation from Zorbex was high", 17, 23)
    2
    >>> deals("a letter from Zorbex was read", 14, 20)
    1
    """
    before = view[max(0, start - 50) : start]
    if view[end : end + 5] in (
        " have",
        " has ",
        " had ",
        " will",
        " woul",
    ) and ACTS.match(view, end):
        return 2
    small = before.lower()
    if asks_before(before):
        if TRADE.search(small):
            return 2
        if WRITES.search(small) or HANDS.search(small):
            return 1
    if before.endswith(KIN_ENDS) and KIN.search(small):
        return 2
    if before.endswith((" is ", " was ", " are ", " were ")) and IDENTIFIED.search(
        small
    ):
        return 1
    if before.endswith(SORT_ENDS) and SORT.search(before):
        return 2
    if view.startswith((", ", " ("), end) and CALLED.match(view, end):
        return 2
    if QUOTES.match(view, end):
        return 2
    if PRICED.match(view, end) and OFFERS.search(view, max(0, start - 220), start):
        return 1
    if COSTS.match(view, end) and SEVERAL.search(view, max(0, start - 220), start):
        last = view[start:end].rpartition(" ")[2].casefold()
        return int(last not in words_of("name_words", "spending"))
    if not before.endswith(WHENCE) and SAYS.match(view, end):
        return 1
    return 1 if "\x00" in before and PERSON.search(before) else 0


def is_asked(view: str, start: int) -> bool:
    """Return whether somebody is written to or heard from at this place.

    >>> is_asked("a letter from Zorbex was read", 14), is_asked("(Zorbex)", 1)
    (True, False)
    """
    before = view[max(0, start - 50) : start]
    if not asks_before(before):
        return False
    small = before.lower()
    return bool(WRITES.search(small) or TRADE.search(small))


# Minister for the Cabinet Office: a body that only stands inside a post
TITLE = leaping(
    r"\b(?:Minister|Secretary|Chancellor|Acts?|Houses)[ ](?:of[ ]State[ ])?"
    r"(?:for|of|to|at)[ ]"
    r"(?:the[ ])?$"
)


def in_title(view: str, start: int) -> bool:
    """Return whether what begins here is part of a post's title.

    >>> in_title("Minister for the Cabinet Office", 17)
    True
    """
    before = view[max(0, start - 40) : start]
    return before.endswith(("the ", "for ", "of ", "to ", "at ")) and bool(
        TITLE.search(before)
    )
