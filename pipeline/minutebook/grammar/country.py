"""Which country a document comes from, as its words show: for its dates and money."""

from __future__ import annotations

import re

from minutebook.grammar.dates import shows_month_first
from minutebook.grammar.leaps import leaping
from minutebook.grammar.maori import has_maori_names

# Words and phrases that only the papers of one country use
_WORDS: dict[str, str] = {
    "GB": """
        Parish Borough NHS Ofsted HMRC England Scotland Wales Cllr Cllrs Councillor
        UK Holyrood Westminster DEFRA Precept precept CIC""",
    "IE": """
        Ireland Cathaoirleach Garda Gardaí Oireachtas Irish Dáil Gaeltacht Taoiseach
        Comhairle""",
    "US": """Alderman Alderwoman Aldermen Township Selectmen Selectboard FEMA USDA USA
        Illinois Michigan Ohio Texas California Florida Pennsylvania
        Wisconsin Minnesota Oregon Massachusetts Virginia Colorado Indiana Iowa
        Missouri Nays Ayes Yeas neighborhood neighbors FOIA HOA Hawaii Nebraska
        Oklahoma Vermont Maine Connecticut Arizona Nevada Utah Idaho Montana Wyoming
        Kansas Arkansas Louisiana Alabama Mississippi Tennessee Kentucky Maryland
        Delaware Alaska Chicago Seattle PDT PST EDT CDT MDT""",
    "CA": """Canada Canadian Ontario Quebec Québec Manitoba Saskatchewan Alberta Reeve
        OPP RCMP Newfoundland Yukon HST Toronto Ottawa Montreal Montréal Vancouver
        Calgary Edmonton Winnipeg Saskatoon Regrets Rideau Gatineau Mississauga Guelph
        Kelowna Moncton Fredericton Nunavut Okanagan loonie toonie""",
    "AU": """Australia Australian Australians NSW QLD Qld Queensland Tasmania Aboriginal
        Shire ABN Sydney Melbourne Brisbane Adelaide Canberra Hobart Perth Lotterywest
        Medicare TAFE Cr Crs Shires""",
    "NZ": """Zealand Aotearoa Māori Maori karakia Karakia iwi Iwi LGOIMA hapū marae
        Marae Auckland Christchurch Dunedin Rotorua Tauranga Waikato
        Otago Taranaki Kāpiti Kapiti Porirua RSA kindy NZ LINZ NZTA MBIE WINZ""",
    "ZA": """Gauteng Limpopo Mpumalanga KwaZulu Johannesburg Pretoria Tshwane Ekurhuleni
        Durban COGTA SALGA MFMA SDBIP MEC MMC Eskom SASSA ZAR EPWP""",
}
_PHRASES: dict[str, tuple[str, ...]] = {
    "GB": ("£", ".gov.uk", ".org.uk", ".co.uk", "County Council", "Parish Council"),
    "IE": ("€", ".ie/", ".ie ", "An Bord", "An Garda", "T.D."),
    "US": ("Pledge of Allegiance", "Robert's Rules", "United States", "Roll Call"),
    "CA": (
        "British Columbia",
        "Nova Scotia",
        "New Brunswick",
        "Municipal Act",
        ".ca/",
        "Public Library Board",
    ),
    "AU": (
        "Shire Council",
        "SHIRE COUNCIL",
        ".gov.au",
        ".com.au",
        "New South Wales",
        "Torres Strait",
        "South Australia",
        "P & C",
        "P&C",
        "cknowledgement of Country",
        "CKNOWLEDGEMENT OF COUNTRY",
        "on-pecuniary",
        "on-Pecuniary",
        "on Pecuniary",
    ),
    "NZ": (".govt.nz", ".co.nz", "Mana Whenua", "Waka Kotahi", "Te Reo"),
    "ZA": (
        ".gov.za",
        ".co.za",
        ".org.za",
        "South Africa",
        "Western Cape",
        "Eastern Cape",
        "Local Municipality",
        "District Municipality",
        "Metropolitan Municipality",
        "LOCAL MUNICIPALITY",
        "DISTRICT MUNICIPALITY",
        "Provincial Treasury",
    ),
}
# "SW1A 1AA"; "Springfield, IL 62701" and "(555) 123-4567"; "K1A 0B1"; "NSW 2000";
# "Pukenui", "Whangatoro", "Waipara": places whose names are Māori; "10H00"
_CODES: dict[str, re.Pattern[str]] = {
    "GB": re.compile(r"[A-Z][A-Z]?[0-9][0-9A-Z]? [0-9][A-Z]{2}(?![A-Z])"),
    "US": re.compile(
        r", [A-Z]{2}\.? [0-9]{5}(?![0-9])|\([0-9]{3}\) ?[0-9]{3}-[0-9]{4}"
    ),
    "CA": re.compile(r"[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9](?![0-9A-Z])"),
    "AU": re.compile(r"(?:NSW|VIC|QLD|TAS|ACT) [0-9]{4}(?![0-9])"),
    "NZ": leaping(
        r"\b(?:Puke|Whaka|Whanga|Maunga|Motue|Paek|Matak|Wai[kmnpr](?=[aeiou]))"
        r"[a-zāēīōū]{2,}"
    ),
    "ZA": re.compile(r"(?<![0-9A-Za-z])[0-2]?[0-9][Hh][0-5][0-9](?![0-9A-Za-z])"),
}
# words that only the United States spell otherwise
_NOT_AMERICAN = frozenset(
    (
        *("cheque", "cheques", "neighbour", "neighbours", "colour", "honour", "favour"),
        *("programme", "programmes", "cancelled", "kilometres", "metres", "litres"),
        *("organised", "realised"),
    )
)
_SETS = {country: frozenset(words.split()) for country, words in _WORDS.items()}
_WORD = re.compile(r"[A-Za-zÀ-ɏ]+")
_ENOUGH = 20_000  # characters: a document shows its country early or not at all


def guess_country(text: str, among: frozenset[str] | None = None) -> str | None:
    """Return the country that a document's own words point to, None where none does.

    `among` are the only countries that it can be.

    >>> guess_country("The Pledge of Allegiance was said. Roll Call: all here.")
    'US'
    """
    head = text[:_ENOUGH]
    found = _WORD.findall(head)
    words = frozenset(found) | {x.title() for x in found if x.isupper()}
    maori = has_maori_names(words)
    spelt = bool(among) and not words.isdisjoint(_NOT_AMERICAN)
    scores = {
        country: len(words & _SETS[country])
        + 2 * sum(x in head for x in _PHRASES[country])
        + 2 * bool(country in _CODES and _CODES[country].search(head))
        + 2 * (maori and country == "NZ")
        + (spelt and country != "US")
        for country in _SETS  # in one order, so that ties fall the same way
        if among is None or country in among
    }
    best = max(scores, key=lambda c: scores[c])
    return best if scores[best] else None


def reads_month_first(text: str) -> bool:
    """Return whether a document writes 12/31/2016: as its dates show, or its country.

    >>> reads_month_first("The Pledge of Allegiance was said. Bills of 05/06/2016.")
    True
    """
    shown = shows_month_first(text)
    return guess_country(text) == "US" if shown is None else shown
