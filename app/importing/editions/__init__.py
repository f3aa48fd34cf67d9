"""新版: a newer document of a ledger, compared clause by clause and taken over as changes with history."""
