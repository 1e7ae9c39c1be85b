"""How a claim and a page look wherever they are shown: voices, words lit, notes in the margin."""
