# The account of tests/small_account.py. Its plan is plan.json.

variable "vpc_cidr" {
  default = "10.100.0.0/16"
}

locals {
  mysql = 3306
}

resource "aws_vpc" "network" {
  cidr_block = var.vpc_cidr
}

resource "aws_subnet" "public" {
  vpc_id            = aws_vpc.network.id
  cidr_block        = "10.100.0.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "database" {
  for_each          = { first = "a", second = "b" }
  vpc_id            = aws_vpc.network.id
  cidr_block        = cidrsubnet(var.vpc_cidr, 8, each.key == "first" ? 20 : 21)
  availability_zone = "eu-west-1${each.value}"
}

resource "aws_internet_gateway" "gateway" {
  vpc_id = aws_vpc.network.id
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.network.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.gateway.id
  }
}

resource "aws_route_table_association" "public" {
  route_table_id = aws_route_table.public.id
  subnet_id      = aws_subnet.public.id
}

resource "aws_default_route_table" "main" {
  default_route_table_id = aws_vpc.network.default_route_table_id
}

resource "aws_default_network_acl" "default" {
  default_network_acl_id = aws_vpc.network.default_network_acl_id
  subnet_ids             = [aws_subnet.public.id]

  ingress {
    rule_no    = 100
    protocol   = "-1"
    action     = "allow"
    cidr_block = "0.0.0.0/0"
    from_port  = 0
    to_port    = 0
  }

  egress {
    rule_no    = 100
    protocol   = -1
    action     = "allow"
    cidr_block = "0.0.0.0/0"
    from_port  = 0
    to_port    = 0
  }
}

resource "aws_network_acl" "database" {
  vpc_id     = aws_vpc.network.id
  subnet_ids = [aws_subnet.database["first"].id, aws_subnet.database["second"].id]

  ingress {
    rule_no    = 100
    protocol   = "tcp"
    action     = "allow"
    cidr_block = "10.100.0.0/24"
    from_port  = local.mysql
    to_port    = local.mysql
  }
}

resource "aws_network_acl_rule" "database_out" {
  network_acl_id = aws_network_acl.database.id
  rule_number    = 100
  egress         = true
  protocol       = "tcp"
  rule_action    = "allow"
  cidr_block     = "10.100.0.0/24"
  from_port      = 1024
  to_port        = 65535
}

resource "aws_default_security_group" "default" {
  vpc_id = aws_vpc.network.id
}

resource "aws_security_group" "admin" {
  name        = "admin"
  description = "admin"
  vpc_id      = aws_vpc.network.id

  ingress {
    description = "from anywhere"
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    from_port        = 22
    to_port          = 22
    protocol         = "tcp"
    ipv6_cidr_blocks = ["::/0"]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "database" {
  name        = "database"
  description = "database"
  vpc_id      = aws_vpc.network.id
}

resource "aws_vpc_security_group_ingress_rule" "database_from_admins" {
  security_group_id            = aws_security_group.database.id
  ip_protocol                  = "tcp"
  from_port                    = local.mysql
  to_port                      = local.mysql
  referenced_security_group_id = aws_security_group.admin.id
}

resource "aws_db_subnet_group" "database" {
  name        = "database"
  description = "The two subnets of the database"
  subnet_ids  = [for each in aws_subnet.database : each.id]
}

resource "aws_db_instance" "shop" {
  identifier             = "shop"
  instance_class         = "db.t3.micro"
  engine                 = "mysql"
  allocated_storage      = 20
  username               = "admin"
  password               = "not-a-secret"
  db_subnet_group_name   = aws_db_subnet_group.database.name
  vpc_security_group_ids = [aws_security_group.database.id]
  skip_final_snapshot    = true
}

resource "aws_kms_key" "trail" {
  description = "trail"
}

resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}

resource "aws_cloudtrail" "main" {
  name                       = "main"
  s3_bucket_name             = aws_s3_bucket.logs.id
  is_multi_region_trail      = true
  enable_log_file_validation = true
  kms_key_id                 = aws_kms_key.trail.arn
}

resource "aws_cloudtrail" "old" {
  name           = "old"
  s3_bucket_name = aws_s3_bucket.logs.bucket
}
