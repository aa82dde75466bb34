"""Live plans: the document, what may enter it, and everybody who sits at it."""
