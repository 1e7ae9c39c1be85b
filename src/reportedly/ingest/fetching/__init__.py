"""Pages from the net, and messages to it: only where we may, only as fast as a host likes."""
