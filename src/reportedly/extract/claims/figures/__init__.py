"""Which figures may bear a claim, and which frame each one fills."""
