"""Writes what is recognised in each picture as one line of JSON: words with boxes, ruling lines."""
