resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_security_group" "kept" {
  name   = "kept"
  vpc_id = aws_vpc.main.id
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "replaced" {
  name   = "other name"
  vpc_id = aws_vpc.main.id
}

resource "aws_kms_key" "main" {
  enable_key_rotation = true
}

resource "aws_vpc_security_group_ingress_rule" "kept" {
  security_group_id = aws_security_group.kept.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "10.0.0.0/8"
}

resource "aws_vpc_security_group_ingress_rule" "new" {
  security_group_id            = aws_security_group.kept.id
  ip_protocol                  = "-1"
  referenced_security_group_id = aws_security_group.replaced.id
}
