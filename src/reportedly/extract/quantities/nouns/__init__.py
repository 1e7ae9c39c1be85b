"""What a figure counts: the noun behind it, by a parse where there is one, lent by its neighbour."""
