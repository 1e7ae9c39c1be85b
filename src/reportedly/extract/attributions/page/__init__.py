"""What sentences lend each other: turns, quotations, speakers who go on, sources that point back, chains."""
