"""From a bulletin's prose to suggested readings: what was reached or is planned, with its day and its words."""
