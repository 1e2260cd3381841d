"""Profiles, the controls that they show, and which rules a scan uses by them."""
