"""What number words say alone: digits and words, vague amounts, ranks, parts of a whole."""
