"""The small Roman numerals that count the parts of a list."""

from __future__ import annotations

ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
