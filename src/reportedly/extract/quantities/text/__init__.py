"""Text as words, numbers and marks; phrases looked up in it; one and many."""
