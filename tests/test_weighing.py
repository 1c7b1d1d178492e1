"""What the learned weights add to the headings that rules chose, and what they drop."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from reading import read

from minutebook import weigh_headings
from minutebook.logistic import Case, count, likelihood, write_weights
from minutebook.segment.weighing import judge_heading

SAID = "The clerk reported that the work had been finished and the grant paid.\n\n"
