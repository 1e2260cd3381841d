"""Where items come from: one module a source, each `read(needs)`."""
