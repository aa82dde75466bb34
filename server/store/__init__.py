"""Where everything is kept: tables, the database, and the queries of each feature."""
