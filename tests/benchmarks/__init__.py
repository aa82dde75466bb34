"""Figures, measured against real servers; `make bench` prints them."""
