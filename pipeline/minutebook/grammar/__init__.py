"""Grammars over plain strings that several stages share: names, dates, money, numbers."""
