"""Numbers that are no figure: dates, clock times, ages, names, addresses, telephones."""
