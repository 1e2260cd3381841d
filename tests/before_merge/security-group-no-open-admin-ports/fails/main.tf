resource "aws_security_group" "servers" {
  name = "servers"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["192.0.2.0/24", "0.0.0.0/0"]
  }
}

resource "aws_security_group" "desktops" {
  name = "desktops"
}

resource "aws_vpc_security_group_ingress_rule" "from_everywhere" {
  security_group_id = aws_security_group.desktops.id
  ip_protocol       = "-1"
  cidr_ipv6         = "::/0"
}
