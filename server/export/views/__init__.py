"""Drawings and layouts for the sections that say more than a table shows."""
