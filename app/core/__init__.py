"""What the house stands on; knows nothing of the office."""
