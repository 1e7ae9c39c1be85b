"""What stands beside a number: its unit, currency and rate."""
