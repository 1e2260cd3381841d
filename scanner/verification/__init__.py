"""CloudTrail's digest chains in files, folders and buckets: verified, Region by Region."""
