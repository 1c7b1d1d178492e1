"""Writes list numbers as word processors do: 3, iii, c, C, III, 3rd."""

from __future__ import annotations

ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def roman(number: int) -> str:
    """Return a number in small Roman numerals.

    >>> roman(14)
    'xiv'
    """
    if not 0 < number < 5000:
        return str(number)
    parts = []
    for value, numeral in ROMAN:
        parts.append(numeral * (number // value))
        number %= value
    return "".join(parts)


def letter(number: int) -> str:
    """Return a number as a letter; after z come aa, bb, as Word has them.

    >>> letter(3), letter(28)
    ('c', 'bb')
    """
    if not 0 < number < 1000:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def ordinal(number: int) -> str:
    """Return a number as an ordinal.

    >>> ordinal(2), ordinal(13)
    ('2nd', '13th')
    """
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < number % 100 < 14 else ending}"


def write_number(number: int, form: str) -> str:
    """Return a number in a form of Word, OpenDocument or HTML.

    >>> write_number(4, "lowerRoman"), write_number(4, "A"), write_number(4, "1")
    ('iv', 'D', '4')
    """
    match form:
        case "lowerRoman" | "lower-roman" | "i":
            return roman(number)
        case "upperRoman" | "upper-roman" | "I":
            return roman(number).upper()
        case "lowerLetter" | "lower-alpha" | "lower-latin" | "a":
            return letter(number)
        case "upperLetter" | "upper-alpha" | "upper-latin" | "A":
            return letter(number).upper()
        case "ordinal":
            return ordinal(number)
        case "decimalZero" | "decimal-leading-zero":
            return f"{number:02d}"
        case "none" | "":
            return ""
    return str(number)
