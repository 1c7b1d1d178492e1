"""Ends posts and bodies where a heading, a sentence or the next label begins."""

from __future__ import annotations

import re
from dataclasses import replace

from minutebook.grammar.affiliations import has_organisation_word, has_role_word
from minutebook.records import Attendee, Span

# a heading that a list in one line runs on into: "Executive Assistant GALLERY"
_HEADING = re.compile(
    r"(?:(?<!\S)|[\s.]{1,3})(?=[A-Z]{7,20}\b|[A-Z]{6}\s[A-Z]{2,20}\b)"
    r"|[\s.]{1,3}(?=(?:[Tt]he\s)?(?:[Mm]eeting\s(?:was\s)?(?:called|opened|commenced)"
    r"|Apologies\b|Call(?:ed)?\sto\s[Oo]rder))"
)
# a sentence or a label that it runs on into: "Clerk [welcomed all]", "[Also Present]"
_GOES_ON = re.compile(
    r"""
    (?<!\S) (?: [a-z]{2,12}ed \s (?:the|all|members|everyone|everybody|to|that|his|her)
      | (?:took|was|were|had|sent|left|will|called|please) ) \b
  | (?<!\S) (?:(?:Also|Members?|Those|In) \s)? (?:Present|Attendance|PRESENT) (?![\w’])
  | (?<!\S) (?:Item \s\d | \d{1,2}\.\s?[A-Z] | No \s (?:rep|working)\b)
  | https?:// | \w:\\
    """,
    re.VERBOSE,
)
# "from the Clerk": not the Clerk
_STANDS_FOR = re.compile(r"(?:from|on\sbehalf\sof|in\splace\sof)\s", re.IGNORECASE)


def without_run_on(text: str, person: Attendee) -> Attendee:
    """Return a person without what a post or a body runs on into."""
    role = _ended(text, person.role, person.role_span)
    body = _ended(text, person.organisation, person.organisation_span)
    if person.role and _STANDS_FOR.match(person.role):
        role = None, None
    if role is not None:
        person = replace(person, role=role[0], role_span=role[1])
    if body is not None:
        person = replace(person, organisation=body[0], organisation_span=body[1])
        if body[0] and not person.role and has_role_word(body[0]):
            person = replace(
                person,
                role=body[0],
                role_span=body[1],
                organisation=None,
                organisation_span=None,
            )
    return person


def _ended(
    text: str, words: str | None, span: Span | None
) -> tuple[str | None, Span | None] | None:
    """Return what stands before a heading or a sentence, None if neither follows."""
    if words is None or span is None:
        return None
    if not any(c.islower() for c in words):
        return None
    goes_on = _GOES_ON.search(text, span.start, span.end)
    heading = _HEADING.search(text, span.start, span.end)
    if not (heading or goes_on):
        return None
    end = min(x.start() for x in (heading, goes_on) if x)
    kept = text[span.start : end].rstrip(" ,;.:-–\n\t(")
    if goes_on and not (has_role_word(kept) or has_organisation_word(kept)):
        return None, None
    if not kept:
        return None, None
    if kept.isupper():
        return None
    return " ".join(kept.split()), replace(span, end=span.start + len(kept))
