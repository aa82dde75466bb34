"""The origin whose pages may connect to the harness."""

ORIGIN = "http://127.0.0.1:8765"
