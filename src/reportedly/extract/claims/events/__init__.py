"""Claims without a figure, and which of them are worth a row."""
