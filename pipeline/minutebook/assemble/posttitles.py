"""Says whether the words for a post mean the one under which somebody is listed."""

from __future__ import annotations

import re

# "Clerk & Treasurer", "Registrar and Secretary"
POSTS_APART = re.compile(r"\s?(?:,|&|/|\band\b)\s(?:the\s)?")
_FIELD = re.compile(r"\s(?:to|of|for)\b")  # behind a post: what it is of
_SERVES = re.compile(r"\b(?:to|for)(?:\sthe)?$")  # "PA to the"
CUT_POST = re.compile(
    r"(?P<hon>(?:the\s|The\s)?(?:Hon\.?|Honorary)\s)?"
    r"(?P<cut>Sec|Treas|Chr|Ch|HT|VC|Pres|Sec[’'y]*y|Treasr|SEC|TREAS|Co[fG]?G)\.?"
)
_CUT_POSTS = {
    "s": "secretary",
    "t": "treasurer",
    "c": "chair",
    "h": "head teacher",
    "v": "vice chairman",
    "p": "president",
}


# "Clerk to the Governors", "Chair of Trustees": of the body that met
OF_BODY = re.compile(
    r"\s(?:to|of)\s(?:the\s)?(?:governors|governing\sbody|trustees|council|board)$",
    re.IGNORECASE,
)
_HONORARY = re.compile(r"^(?:[Tt]he\s)?(?:Hon\.?|Honorary)\s(?=[A-Z])")


def spell_out(post: str) -> str:
    """Return a post that is cut short in full; any other words as they are.

    >>> spell_out("Sec."), spell_out("Hon. Secretary"), spell_out("Clerk")
    ('secretary', 'Secretary', 'Clerk')
    """
    match = CUT_POST.fullmatch(post)
    if match:
        return _CUT_POSTS[match["cut"][0].lower()]
    return _HONORARY.sub("", post) if "Hon" in post else post


def shortens(post: str, role: str) -> bool:
    """Say whether a post is told by the first and last words of its title.

    >>> shortens("deputy commissioner", "deputy police and crime commissioner")
    True
    >>> shortens("finance officer", "finance and policy manager")
    False
    """
    words, full = post.split(), role.split()
    return (
        len(words) > 1
        and len(words) < len(full)
        and (words[0], words[-1]) == (full[0], full[-1])
        and all(x in full for x in words)
    )


# "parish clerk": of the body that met, so that its list may say "Clerk" alone
_OWN = re.compile(
    r"^(?:parish|town|community|city|council|club|society|association|board|committee"
    r"|branch|union|meeting)\s(?=[a-z]+$)"
)


def same_post(post: str, role: str) -> bool:
    """Say whether a post in small letters is the one that a title names.

    >>> same_post("clerk", "parish clerk"), same_post("clerk", "deputy clerk")
    (True, False)
    >>> same_post("parish clerk", "clerk"), same_post("tree clerk", "clerk")
    (True, False)
    """
    role = re.sub(r"\s+", " ", role.replace("headteacher", "head teacher"))
    post = post.replace("headteacher", "head teacher")
    if role in (post, _OWN.sub("", post)):
        return True
    if post == "clerk":
        return (
            bool(re.search(r"\bclerk\b", role))
            and "deputy" not in role
            and "assistant" not in role
        )
    if role.startswith(post) or (closes(role, post) and "deputy" not in role):
        return True
    # "Registrar and Secretary to the Board"
    return any(x == post or _FIELD.match(x, len(post)) for x in _held(role, post))


def closes(role: str, post: str) -> bool:
    """Say whether a title closes with a post, and does not only serve its holder.

    >>> closes("parish clerk", "clerk"), closes("pa to the clerk", "clerk")
    (True, False)
    """
    before = role.removesuffix(f" {post}")
    return before != role and not _SERVES.search(before)


def _held(role: str, post: str) -> list[str]:
    """Return those of several posts of one holder that open with the words of one.

    >>> _held("registrar and secretary to the board", "secretary")
    ['secretary to the board']
    """
    return [x for x in POSTS_APART.split(role) if x.startswith(post)]
