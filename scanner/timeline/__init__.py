"""What each recorded version of a resource was judged to be, and what changed the verdicts."""
