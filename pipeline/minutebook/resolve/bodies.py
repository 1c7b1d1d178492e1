"""Which council and body a meeting belongs to."""

from __future__ import annotations

from minutebook.grammar.keys import organisation_key
from minutebook.records import Identity

# Words that say what kind of body it is but not whose: a name of these words alone
# ("Finance and General Purposes Committee") exists in a thousand places.
GENERIC = frozenset(
    """a adult adults advisory allotments amenities and annual appeals arts assembly
    assets audit board body borough building buildings burial business cabinet
    cemetery children childrens city civic committee community complaints
    consultative corporate council county cultural culture curriculum delivery
    development directors district economic education electors emergency environment
    environmental estates ethics events executive extraordinary facilities finance
    for forum full general governance governing governors grants group hall health
    highways housing hr human in infrastructure joint leadership leisure liaison
    library licensing local management meeting member members membership monitoring
    municipal neighbourhood of officers open operations ordinary oversight overview
    panel parish parks partnership pension people performance personnel plan
    planning playing policy premises project property public purposes recreation
    regeneration regulatory remuneration resources review risk safeguarding safety
    school scrutiny select selection senior services social society spaces special
    sport sports staff staffing standards standing steering strategic strategy
    street sub sub-committee subcommittee task team technical the tourism town
    township traffic transport trust trustees university urban village ward water
    welfare wellbeing working works young youth""".split()  # noqa: SIM905
)

# Kinds of body that every council or parish has; the rest of GENERIC may be national.
_EVERYWHERE = frozenset(
    """assembly association board body cabinet committee council department forum
    governors group hall panel subcommittee team trustees""".split()  # noqa: SIM905
)
_NATIONAL = frozenset(("arts", "sport", "sports"))  # "the Arts Council" is but one
_COMMON = (GENERIC | {"department", "field", "fields", "residents"}) - _NATIONAL
_COMMON |= _EVERYWHERE


def own_key(key: str, identity: Identity) -> str:
    """Return the key of an organisation that minutes name, with theirs if need be.

    "The Parish Council" or "Planning Committee" is another one in every place, so its
    key holds whose minutes name it.

    >>> averley = identify("Averley Council", None, given=None, folder="x")
    >>> own_key("planning committee", averley), own_key("fenby trust", averley)
    ('averley council|planning committee', 'fenby trust')
    """
    words = key.split()
    if not words or words[-1] not in _EVERYWHERE or not _COMMON.issuperset(words):
        return key
    scope = identity.council_key or identity.body_key
    return f"{scope}|{key}" if scope else key


def identify(
    council: str | None, body: str | None, *, given: str | None, folder: str
) -> Identity:
    """Return the identity of the body that met, from what its minutes say.

    `given` is the council that the user named for the load: it fills in where the
    minutes name none. A generic body of no known council stays apart by folder.

    >>> identify(None, "The Averley Town Council", given=None, folder="x").body_key
    'averley town council|averley town council'
    >>> identify(None, "Finance Committee", given=None, folder="x").body_key
    'folder x|finance committee'
    """
    if council is None:
        council = given or _own_council(body)
    council_key = organisation_key(council) if council else None
    body = body or council
    if not body:
        return Identity(council, council_key, None, None)
    body_key = organisation_key(body)
    scope = council_key or ""
    if not council_key and is_generic(body_key):
        scope = f"folder {folder}"
    if council_key and body_key in _full_councils(council_key):
        body_key = council_key
    return Identity(council, council_key, body, f"{scope}|{body_key}")


def _own_council(body: str | None) -> str | None:
    """Return a body's name where it says that the body is a council itself."""
    key = organisation_key(body) if body else ""
    named = key.endswith(" council") and not is_generic(key)
    return body if named else None


def _full_councils(council_key: str) -> tuple[str, ...]:
    """Return the names under which a council meets as itself."""
    words = council_key.split()
    return ("full council", "council", " ".join(words[-2:]), f"full {council_key}")


def is_whole_council(name: str, council_key: str) -> bool:
    """Return whether a council meets as itself under a name.

    >>> is_whole_council("full council", "averley town council")
    True
    """
    return name in _full_councils(council_key)


def is_generic(key: str) -> bool:
    """Return whether a name says what kind of body it is but not whose.

    >>> is_generic("avra"), is_generic("planning committee")
    (True, True)
    >>> is_generic("averley planning committee")
    False
    """
    words = key.split()
    # A word alone is short for something that only its own place knows: "AVRA".
    return len(words) == 1 or all(word in GENERIC for word in words)
