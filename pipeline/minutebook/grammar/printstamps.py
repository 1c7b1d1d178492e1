"""What a browser stamps in the margin of every page that it prints: day and hour."""

from __future__ import annotations

import re

PRINTED = re.compile(  # 3/28/19, 9:35 AM | 28/03/2019, 09:35 | Printed 2.5.19 14:10
    r"""(?:print(?:ed|out)\b[^\d\n]{0,24})?
    \d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s{1,2}
    (?:at\s)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?\s*""",
    re.I | re.X,
)
