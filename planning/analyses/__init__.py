"""What a plan works out by itself: pure functions of a plan, and what they find."""
