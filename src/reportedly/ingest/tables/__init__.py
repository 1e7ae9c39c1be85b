"""A table's cells with the headers over and before them, in HTML and in plain text."""
