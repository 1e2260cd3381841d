"""Terraform: plans and source -> what they declare."""
