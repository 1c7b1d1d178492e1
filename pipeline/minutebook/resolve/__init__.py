"""Finds who is who across meetings."""
