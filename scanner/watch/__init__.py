"""CloudTrail's events judged as they are read: each is seen once, and none is kept."""
