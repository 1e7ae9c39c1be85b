"""What is said: where the clause begins and ends, however the parser hung it."""
