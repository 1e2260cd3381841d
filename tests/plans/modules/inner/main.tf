variable "vpc_id" {}

variable "peer" {
  default = null
}

locals {
  vpc = var.vpc_id
}

resource "aws_security_group" "this" {
  name   = "inner"
  vpc_id = local.vpc
}

resource "aws_vpc_security_group_ingress_rule" "peer" {
  count                        = 1
  security_group_id            = aws_security_group.this.id
  referenced_security_group_id = var.peer
  ip_protocol                  = "-1"
  cidr_ipv4                    = var.peer == null ? "10.0.0.0/8" : null
}

output "group_id" { value = aws_security_group.this.id }
