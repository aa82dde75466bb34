"""Where things stand on a drawing: pure geometry, in points or any other unit, without a word of colour.

Rows of boxes (`rows`), set in an order with few crossings (`crossings`), joined by lines that pass
between the boxes (`routing`); records below each other (`forest`); days along a line (`time_scale`).
"""
