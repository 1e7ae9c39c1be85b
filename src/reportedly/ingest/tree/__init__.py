"""An HTML page as words in order, each with its place."""
