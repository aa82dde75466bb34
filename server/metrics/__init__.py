"""What an installation says of itself to the programs that watch over it."""
