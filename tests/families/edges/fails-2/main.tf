resource "aws_codebuild_project" "shop" {
  name         = "shop"
  service_role = "arn:aws:iam::111122223333:role/build"

  source {
    type     = "GITHUB"
    location = "https://token@github.com/team/shop.git"
  }
  artifacts {
    type                = "S3"
    location            = "shop-artifacts"
    encryption_disabled = true
  }
  environment {
    type            = "LINUX_CONTAINER"
    compute_type    = "BUILD_GENERAL1_SMALL"
    image           = "aws/codebuild/standard:7.0"
    privileged_mode = true

    environment_variable {
      name  = "AWS_ACCESS_KEY_ID"
      value = "example"
    }
  }
  logs_config {
    cloudwatch_logs {
      status = "DISABLED"
    }
    s3_logs {
      status              = "ENABLED"
      location            = "shop-logs/build"
      encryption_disabled = true
    }
  }
}

resource "aws_codebuild_project" "silent" {
  name         = "silent"
  service_role = "arn:aws:iam::111122223333:role/build"

  source {
    type = "CODEPIPELINE"
  }
  artifacts {
    type = "CODEPIPELINE"
  }
  environment {
    type         = "LINUX_CONTAINER"
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
  }
  logs_config {
    cloudwatch_logs {
      status = "DISABLED"
    }
  }
}

resource "aws_opensearch_domain" "search" {
  domain_name    = "search"
  engine_version = "OpenSearch_2.11"

  encrypt_at_rest {
    enabled = false
  }
  node_to_node_encryption {
    enabled = false
  }
  domain_endpoint_options {
    enforce_https       = false
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
  advanced_security_options {
    enabled = false
  }
}

resource "aws_elasticsearch_domain" "old" {
  domain_name           = "old-search"
  elasticsearch_version = "7.10"

  encrypt_at_rest {
    enabled = false
  }
  node_to_node_encryption {
    enabled = false
  }
  log_publishing_options {
    log_type                 = "ES_APPLICATION_LOGS"
    cloudwatch_log_group_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:search"
    enabled                  = false
  }
}

resource "aws_redshift_parameter_group" "old" {
  name   = "old"
  family = "redshift-1.0"

  parameter {
    name  = "enable_user_activity_logging"
    value = "true"
  }
}

resource "aws_redshift_cluster" "warehouse" {
  cluster_identifier                  = "warehouse"
  node_type                           = "dc2.large"
  master_username                     = "keeper"
  manage_master_password              = true
  encrypted                           = false
  enhanced_vpc_routing                = false
  allow_version_upgrade               = false
  automated_snapshot_retention_period = 0
  cluster_parameter_group_name        = aws_redshift_parameter_group.old.name
  skip_final_snapshot                 = true
}

resource "aws_lambda_function" "resize" {
  function_name = "resize"
  role          = "arn:aws:iam::111122223333:role/resize"
  handler       = "resize.main"
  runtime       = "python3.12"
  s3_bucket     = "shop-artifacts"
  s3_key        = "resize.zip"
}

resource "aws_lambda_permission" "resize_from_bucket" {
  function_name = aws_lambda_function.resize.function_name
  action        = "lambda:InvokeFunction"
  principal     = "s3.amazonaws.com"
}

resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = "arn:aws:iam::111122223333:role/report"
  handler       = "report.main"
  runtime       = "python3.12"
  s3_bucket     = "shop-artifacts"
  s3_key        = "report.zip"
}

resource "aws_lambda_permission" "report_for_all" {
  function_name = aws_lambda_function.report.arn
  action        = "lambda:InvokeFunction"
  principal     = "*"
}

resource "aws_ecs_task_definition" "shop" {
  family       = "shop"
  network_mode = "host"
  container_definitions = jsonencode([
    {
      name   = "app"
      image  = "shop:1"
      memory = 256
    },
    {
      name       = "agent"
      image      = "agent:1"
      memory     = 256
      privileged = true
      user       = "root"
    },
  ])
}
