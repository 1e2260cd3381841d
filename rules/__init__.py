"""The built-in rules: one YAML file each, `<service>/<id>.yaml`."""
