variable "ports" { default = [22, 443] }
resource "aws_vpc" "v" { cidr_block = "10.0.0.0/16" }
resource "aws_security_group" "other" { name = "other" }
resource "aws_security_group" "dynamic" {
  name = "d"
  dynamic "ingress" {
    for_each = var.ports
    content {
      from_port       = ingress.value
      to_port         = ingress.value
      protocol        = "tcp"
      security_groups = [aws_security_group.other.id]
    }
  }
}
resource "aws_security_group" "unknowndyn" {
  name = "u"
  dynamic "ingress" {
    for_each = toset([aws_vpc.v.main_route_table_id])
    content {
      from_port   = 22
      to_port     = 22
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"]
      description = ingress.value
    }
  }
}
resource "aws_security_group" "unknownattr" {
  name = "u"
  ingress = [for x in [aws_vpc.v.main_route_table_id] : {
    from_port        = 22
    to_port          = 22
    protocol         = "tcp"
    cidr_blocks      = ["0.0.0.0/0"]
    description      = x
    ipv6_cidr_blocks = null
    prefix_list_ids  = null
    security_groups  = null
    self             = null
  }]
}
resource "aws_s3_bucket" "b" { bucket = "b" }
resource "aws_cloudtrail" "t" {
  name           = "ttt"
  s3_bucket_name = aws_s3_bucket.b.bucket
  dynamic "event_selector" {
    for_each = [1]
    content {
      data_resource {
        type   = "AWS::S3::Object"
        values = ["${aws_s3_bucket.b.arn}/"]
      }
    }
  }
}
resource "aws_cloudtrail" "u" {
  name           = "uuu"
  s3_bucket_name = aws_s3_bucket.b.bucket
  dynamic "event_selector" {
    for_each = toset([aws_vpc.v.main_route_table_id])
    content {
      include_management_events = false
    }
  }
}
resource "aws_lb" "l" {
  name            = "l"
  subnets         = [aws_subnet.a.id, aws_subnet.b.id]
  security_groups = [aws_security_group.other.id]
}
resource "aws_subnet" "a" {
  vpc_id     = aws_vpc.v.id
  cidr_block = "10.0.0.0/24"
}
resource "aws_subnet" "b" {
  vpc_id     = aws_vpc.v.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_ecs_task_definition" "t" {
  family                = "x"
  container_definitions = jsonencode([])
  task_role_arn         = aws_s3_bucket.b.arn
}
resource "aws_lambda_function" "f" {
  function_name = "f"
  role          = aws_s3_bucket.b.arn
  runtime       = "python3.11"
  handler       = "x.y"
  s3_bucket     = "c"
  s3_key        = "c"
  layers        = [aws_s3_bucket.b.arn, aws_vpc.v.arn, "arn:aws:lambda:eu-west-1:123456789012:layer:x:1"]
}
resource "aws_lb_target_group" "x" {
  name     = "x"
  vpc_id   = aws_vpc.v.id
  port     = 80
  protocol = "HTTP"
}
resource "aws_cloudtrail" "w" {
  name           = "www"
  s3_bucket_name = aws_s3_bucket.b.bucket
  dynamic "event_selector" {
    for_each = aws_lb_target_group.x.load_balancer_arns
    content {
      include_management_events = false
    }
  }
}
resource "aws_security_group" "w" {
  name = "w"
  dynamic "ingress" {
    for_each = aws_lb_target_group.x.load_balancer_arns
    content {
      from_port   = 22
      to_port     = 22
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}
resource "aws_security_group" "mixed" {
  name = "mixed"
  ingress {
    from_port       = 23
    to_port         = 23
    protocol        = "tcp"
    security_groups = [aws_security_group.w.id]
  }
  dynamic "ingress" {
    for_each = [1]
    content {
      from_port       = 22
      to_port         = 22
      protocol        = "tcp"
      security_groups = [aws_security_group.other.id]
    }
  }
}
