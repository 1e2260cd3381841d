resource "aws_vpc" "network" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "gateway" {
  vpc_id = aws_vpc.network.id
}

resource "aws_subnet" "first" {
  vpc_id                  = aws_vpc.network.id
  cidr_block              = "10.0.0.0/24"
  map_public_ip_on_launch = true
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.network.id
}

resource "aws_route" "default" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.gateway.id
}

resource "aws_route_table_association" "first" {
  route_table_id = aws_route_table.public.id
  subnet_id      = aws_subnet.first.id
}

resource "aws_db_subnet_group" "databases" {
  name       = "databases"
  subnet_ids = [aws_subnet.first.id]
}

resource "aws_network_acl" "guard" {
  vpc_id = aws_vpc.network.id
}

resource "aws_network_acl_rule" "nobody" {
  network_acl_id = aws_network_acl.guard.id
  rule_number    = 90
  rule_action    = "deny"
  protocol       = "-1"
  cidr_block     = "198.51.100.0/24"
}

resource "aws_network_acl_rule" "everybody" {
  network_acl_id = aws_network_acl.guard.id
  rule_number    = 100
  rule_action    = "allow"
  protocol       = "-1"
  cidr_block     = "0.0.0.0/0"
}

resource "aws_network_acl_association" "first" {
  network_acl_id = aws_network_acl.guard.id
  subnet_id      = aws_subnet.first.id
}

resource "aws_s3_bucket" "records" {
  bucket = "records-of-the-network"
}

resource "aws_flow_log" "rejected" {
  vpc_id               = aws_vpc.network.id
  traffic_type         = "REJECT"
  log_destination_type = "s3"
  log_destination      = aws_s3_bucket.records.arn
}

resource "aws_security_group" "servers" {
  name   = "servers"
  vpc_id = aws_vpc.network.id
}

resource "aws_vpc_security_group_ingress_rule" "files_and_ssh" {
  security_group_id = aws_security_group.servers.id
  ip_protocol       = "tcp"
  from_port         = 20
  to_port           = 22
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "shares" {
  security_group_id = aws_security_group.servers.id
  ip_protocol       = "tcp"
  from_port         = 445
  to_port           = 445
  cidr_ipv6         = "::/0"
}

resource "aws_vpc_security_group_ingress_rule" "database" {
  security_group_id = aws_security_group.servers.id
  ip_protocol       = "tcp"
  from_port         = 5432
  to_port           = 5432
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_instance" "server" {
  ami                         = "ami-0abcdef1234567890"
  instance_type               = "m3.xlarge"
  ebs_optimized               = false
  monitoring                  = false
  associate_public_ip_address = true
  subnet_id                   = aws_subnet.first.id
  vpc_security_group_ids      = [aws_security_group.servers.id]

  metadata_options {
    http_tokens = "optional"
  }
}

resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = false
}

resource "aws_launch_configuration" "fleet" {
  image_id                    = "ami-0abcdef1234567890"
  instance_type               = "m5.large"
  associate_public_ip_address = true

  metadata_options {
    http_tokens = "optional"
  }
}

resource "aws_lb_target_group" "web" {
  vpc_id   = aws_vpc.network.id
  protocol = "HTTPS"
  port     = 443
}

resource "aws_autoscaling_group" "fleet" {
  min_size             = 1
  max_size             = 3
  launch_configuration = aws_launch_configuration.fleet.name
  vpc_zone_identifier  = [aws_subnet.first.id]
  target_group_arns    = [aws_lb_target_group.web.arn]
  health_check_type    = "EC2"
}
