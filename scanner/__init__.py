"""The engine: sources yield items, rules judge them into findings, reports render the scan."""

__version__ = "0.1.0"
