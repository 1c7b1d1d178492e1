"""The Datasette plugin: pages, templates, static files; never imports spaCy."""
