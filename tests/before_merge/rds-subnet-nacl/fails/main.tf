resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "web" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.0.0/24"
}

resource "aws_subnet" "data" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_db_subnet_group" "data" {
  subnet_ids = [aws_subnet.data.id]
}

resource "aws_db_instance" "shop" {
  instance_class       = "db.t3.micro"
  engine               = "mysql"
  db_subnet_group_name = aws_db_subnet_group.data.name
}

resource "aws_network_acl" "data" {
  vpc_id = aws_vpc.main.id
}

resource "aws_network_acl_association" "data" {
  network_acl_id = aws_network_acl.data.id
  subnet_id      = aws_subnet.data.id
}

resource "aws_network_acl_rule" "clients" {
  network_acl_id = aws_network_acl.data.id
  rule_number    = 100
  protocol       = "tcp"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
  from_port      = 3306
  to_port        = 3306
}
