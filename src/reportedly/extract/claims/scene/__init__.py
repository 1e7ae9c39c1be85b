"""What is known of a sentence before its claims are read: its marks, its mended tree, who a token names."""
