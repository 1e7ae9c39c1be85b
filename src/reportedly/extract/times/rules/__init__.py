"""One reader for each sort of time: dates, hours, lengths, weekdays, times told from another, yearly ones."""
