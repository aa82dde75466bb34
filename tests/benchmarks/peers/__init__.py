"""Other servers of Yjs, measured beside ours with the same people and the same load."""
