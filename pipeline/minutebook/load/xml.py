"""Parses XML without entities, network or giant trees."""

from __future__ import annotations

from typing import Any

from lxml import etree

from minutebook.errors import Damaged


def parse_xml(data: bytes, *, recover: bool = False) -> Any:
    """Return the root of an XML file; entities stay unread and nothing is fetched."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=recover,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Damaged(f"XML: {error}") from error
    if root is None:
        raise Damaged("XML: nothing in it")
    return root
