"""How an installation is configured."""
