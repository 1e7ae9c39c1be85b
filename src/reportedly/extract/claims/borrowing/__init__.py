"""Figures whose words stand elsewhere: in a header, a list, the clause or the sentence before."""
