"""Text as a row of letters, and the lexicon's patterns over it."""
