"""What a key account plan is, and what can be worked out from it; plain values in, plain values out."""
