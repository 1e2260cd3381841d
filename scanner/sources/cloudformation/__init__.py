"""CloudFormation templates, as what they declare: parsed with places, functions evaluated."""
