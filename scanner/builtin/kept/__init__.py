"""The built-in rules as `python -m scanner.builtin.generate` wrote them."""
