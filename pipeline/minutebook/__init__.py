"""Minutebook reads the minutes of councils and boards into one SQLite database."""

__version__ = "0.1.0"
