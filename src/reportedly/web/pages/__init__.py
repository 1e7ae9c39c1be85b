"""What stands at each address of the room; every page has a ``.json`` twin."""
