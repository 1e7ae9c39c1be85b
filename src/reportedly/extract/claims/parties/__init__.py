"""Who gives and who gets, who harms and who is behind it, by the frame."""
