terraform {
  required_version = ">= 1.5"
}

provider "aws" {
  region = var.region
}

variable "region" {
  default = "eu-west-1"
}

variable "everybody" {
  default = ["0.0.0.0/0"]
}

variable "office" {
  type = list(string)
}

variable "password" {
  type      = string
  sensitive = true
  default   = "hunter2"
}

variable "rules" {
  type = map(object({
    port = number
    from = optional(list(string), ["10.0.0.0/8"])
  }))
  default = {
    https = { port = 443, from = ["0.0.0.0/0"] }
    mysql = { port = 3306 }
  }
}

locals {
  name = "shop-${var.stage}"
  tags = merge({ Name = local.name }, { Team = "shop" })
}

variable "stage" {}

module "network" {
  source = "./modules/network"
  count  = 2
  cidr   = cidrsubnet("10.0.0.0/8", 8, count.index)
}

module "elsewhere" {
  source = "acme/vpc/aws"
}

resource "aws_security_group" "web" {
  name   = local.name
  vpc_id = module.network[0].vpc_id
  tags   = local.tags

  dynamic "ingress" {
    for_each = var.rules
    content {
      description = ingress.key
      from_port   = ingress.value.port
      to_port     = ingress.value.port
      protocol    = "tcp"
      cidr_blocks = ingress.value.from
    }
  }

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = concat(["10.9.0.0/16", "0.0.0.0/0"], var.office)
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_s3_bucket" "logs" {
  bucket = "${local.name}-logs"
}

resource "aws_s3_bucket_policy" "logs" {
  bucket = aws_s3_bucket.logs.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "${aws_s3_bucket.logs.arn}/*"
    }]
  })
}

data "aws_iam_policy_document" "topic" {
  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.alarms.arn]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

resource "aws_sns_topic" "alarms" {
  name = "alarms"
}

resource "aws_sns_topic_policy" "alarms" {
  arn    = aws_sns_topic.alarms.arn
  policy = data.aws_iam_policy_document.topic.json
}

resource "aws_db_instance" "shop" {
  count                  = var.office == null ? 0 : 1
  identifier             = "shop"
  engine                 = "mysql"
  password               = var.password
  vpc_security_group_ids = [aws_security_group.web.id]
  db_subnet_group_name   = data.aws_db_subnet_group.old.name
}

data "aws_db_subnet_group" "old" {
  name = "old"
}

resource "aws_iam_policy" "plain" {
  name   = "plain"
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "${var.region}"}]
    }
  EOT
}
