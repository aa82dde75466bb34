"""What keeps an installation: backups, their restoration, and the doctor."""
