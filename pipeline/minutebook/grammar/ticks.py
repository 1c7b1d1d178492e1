"""The signs by which tables and lists say yes or no: ticks, crosses, boxes."""

TICKS = "✓✔√✅☑"
CROSSES = "❌✗"
# "[x]", "☑": a box in which something stands, whatever it is
TICKED_BOX = r"(?:\[[xX]\]|[☑☒✓✔✅])"
