"""Whose word a claim is, in which voice, when and where."""
