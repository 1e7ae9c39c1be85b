"""What words of time mean: days and periods, how many, which way they look, from which day."""
