"""What the customer could still buy from us, and what to do about it."""

from planning.analyses.white_space.findings import WORDS, check_white_space
from planning.analyses.white_space.potential import Cell, Space, Sum, WhiteSpace, white_space

__all__ = ["WORDS", "Cell", "Space", "Sum", "WhiteSpace", "check_white_space", "white_space"]
