"""校对台: the doors of the review page."""
