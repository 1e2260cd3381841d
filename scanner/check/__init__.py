"""What is wrong with a rule before any document is seen, and what it reads."""
