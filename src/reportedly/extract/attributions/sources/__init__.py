"""Who says it: the subject, the noun phrase before or after the verb, and what the source is to the words."""
