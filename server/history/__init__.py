"""What a plan was, who wrote it, and how it becomes so again. Pure: no database, no web, no clock."""
