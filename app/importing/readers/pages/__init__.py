"""What PDF, OFD and scans share: positioned words and ruling lines, laid out into paragraphs and tables."""
