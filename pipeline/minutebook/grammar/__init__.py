"""Grammars over plain strings that stages share: names, dates, money, numbers."""
