resource "aws_vpc" "network" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "first" {
  vpc_id                  = aws_vpc.network.id
  cidr_block              = "10.0.0.0/24"
  map_public_ip_on_launch = false
}

resource "aws_subnet" "second" {
  vpc_id     = aws_vpc.network.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_route_table" "private" {
  vpc_id = aws_vpc.network.id
}

resource "aws_route_table_association" "first" {
  route_table_id = aws_route_table.private.id
  subnet_id      = aws_subnet.first.id
}

resource "aws_db_subnet_group" "databases" {
  name       = "databases"
  subnet_ids = [aws_subnet.first.id, aws_subnet.second.id]
}

resource "aws_network_acl" "guard" {
  vpc_id = aws_vpc.network.id
}

resource "aws_network_acl_rule" "web" {
  network_acl_id = aws_network_acl.guard.id
  rule_number    = 100
  rule_action    = "allow"
  protocol       = "tcp"
  from_port      = 443
  to_port        = 443
  cidr_block     = "0.0.0.0/0"
}

resource "aws_network_acl_rule" "office" {
  network_acl_id = aws_network_acl.guard.id
  rule_number    = 110
  rule_action    = "allow"
  protocol       = "tcp"
  from_port      = 22
  to_port        = 22
  cidr_block     = "10.0.0.0/8"
}

resource "aws_network_acl_association" "first" {
  network_acl_id = aws_network_acl.guard.id
  subnet_id      = aws_subnet.first.id
}

resource "aws_network_acl_association" "second" {
  network_acl_id = aws_network_acl.guard.id
  subnet_id      = aws_subnet.second.id
}

resource "aws_s3_bucket" "records" {
  bucket = "records-of-the-network"
}

resource "aws_flow_log" "all" {
  vpc_id               = aws_vpc.network.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = aws_s3_bucket.records.arn
}

resource "aws_security_group" "servers" {
  name   = "servers"
  vpc_id = aws_vpc.network.id
}

resource "aws_vpc_security_group_ingress_rule" "web" {
  security_group_id = aws_security_group.servers.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 445
  cidr_ipv4         = "10.0.0.0/8"
}

resource "aws_vpc_security_group_ingress_rule" "ssh" {
  security_group_id = aws_security_group.servers.id
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_ipv4         = "10.1.0.0/16"
}

resource "aws_instance" "server" {
  ami                         = "ami-0abcdef1234567890"
  instance_type               = "m3.xlarge"
  ebs_optimized               = true
  monitoring                  = true
  iam_instance_profile        = "server"
  associate_public_ip_address = false
  subnet_id                   = aws_subnet.first.id
  vpc_security_group_ids      = [aws_security_group.servers.id]

  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = true
}

resource "aws_volume_attachment" "data" {
  volume_id   = aws_ebs_volume.data.id
  instance_id = aws_instance.server.id
  device_name = "/dev/sdf"
}

resource "aws_launch_configuration" "fleet" {
  image_id                    = "ami-0abcdef1234567890"
  instance_type               = "m5.large"
  associate_public_ip_address = false

  metadata_options {
    http_tokens = "required"
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
  vpc_zone_identifier  = [aws_subnet.first.id, aws_subnet.second.id]
  target_group_arns    = [aws_lb_target_group.web.arn]
  health_check_type    = "ELB"
}
