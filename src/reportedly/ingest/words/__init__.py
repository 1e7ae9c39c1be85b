"""What words on a page's edge say, in many languages: days, labels, notices; rules as data."""
