"""A real server around the real rooms, without people's passwords: a test says who sits where."""
