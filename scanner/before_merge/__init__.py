"""What does not count in a pull request: what failed before, is unchanged, or waived in place."""
