"""The words that tell of a saying, and one reader for each sort: verbs, nouns, prepositions, headlines."""
