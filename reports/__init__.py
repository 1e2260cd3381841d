"""The report formats: one module each, `render(scan)`, knowing nothing of one another."""
