"""A small trained judge: does this stretch of capitalised words name a body?"""

from __future__ import annotations

from minutebook.recognise.model.runtime import (
    Question,
    Verdict,
    is_on,
    judge,
    switched,
)
from minutebook.recognise.model.units import Unit, split_units, stretches

__all__ = [
    "Question",
    "Unit",
    "Verdict",
    "is_on",
    "judge",
    "split_units",
    "stretches",
    "switched",
]
