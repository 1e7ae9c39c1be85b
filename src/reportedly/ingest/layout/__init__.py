"""What each part of an HTML page is for: its zones, its body, its blocks and links."""
