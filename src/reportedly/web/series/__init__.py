"""One series as the window shows it: its observations folded into marks, its ties, its chart."""
