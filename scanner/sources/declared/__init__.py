"""What templates, plans and Terraform source declare, as items in AWS Config's shape."""
