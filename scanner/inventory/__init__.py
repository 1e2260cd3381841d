"""What sources gave, kept by account and Region, to be judged and joined."""
