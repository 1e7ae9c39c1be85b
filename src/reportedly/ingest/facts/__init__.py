"""What a page says of itself: title, authors, days, agency, translator; each with where it was read."""
