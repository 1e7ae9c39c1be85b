"""What a page tells across its sentences: its cast, its story, what one claim lends another."""
