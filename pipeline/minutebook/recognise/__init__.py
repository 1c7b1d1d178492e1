"""Recognises people, roles, organisations, dates and money."""

from __future__ import annotations

from minutebook.recognise.context import Context
from minutebook.recognise.dates import recognise_dates
from minutebook.recognise.money import recognise_money
from minutebook.recognise.organisations import recognise_organisations
from minutebook.recognise.people import recognise_people
from minutebook.recognise.roles import recognise_roles
from minutebook.recognise.runs import read_runs
from minutebook.records import Mentions, Preamble, Sections, SourceDocument


def recognise(
    source: SourceDocument, sections: Sections, preamble: Preamble
) -> Mentions:
    """Return every mention of one document and the entities they belong to."""
    context = Context(source, sections, preamble)
    dates = recognise_dates(context)
    money = recognise_money(context)
    people, persons = recognise_people(context)
    reading = read_runs(context.joined, people)
    posts, roles = recognise_roles(context, reading)
    bodies, organisations = recognise_organisations(context, reading, posts)
    mentions = sorted(
        (*dates, *money, *people, *posts, *bodies), key=lambda x: (x.start, -x.end)
    )
    return Mentions(tuple(mentions), persons, organisations, roles)
