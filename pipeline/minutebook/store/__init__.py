"""Writes rows: schema, migrations, full-text search."""
