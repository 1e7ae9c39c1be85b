"""Bytes as they came: what they are, where from, unpacked and decoded."""
