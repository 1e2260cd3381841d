resource "aws_codebuild_project" "shop" {
  name         = "shop"
  service_role = "arn:aws:iam::111122223333:role/build"

  source {
    type     = "GITHUB"
    location = "https://github.com/team/shop.git"
  }
  artifacts {
    type     = "S3"
    location = "shop-artifacts"
  }
  environment {
    type         = "LINUX_CONTAINER"
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"

    environment_variable {
      name  = "STAGE"
      value = "prod"
    }
    environment_variable {
      name  = "AWS_ACCESS_KEY_ID"
      type  = "SECRETS_MANAGER"
      value = "build-key"
    }
  }
  logs_config {
    cloudwatch_logs {
      status = "ENABLED"
    }
    s3_logs {
      status   = "ENABLED"
      location = "shop-logs/build"
    }
  }
}

resource "aws_opensearch_domain" "search" {
  domain_name    = "search"
  engine_version = "OpenSearch_2.11"

  encrypt_at_rest {
    enabled = true
  }
  node_to_node_encryption {
    enabled = true
  }
  domain_endpoint_options {
    enforce_https = true
  }
  advanced_security_options {
    enabled                        = true
    internal_user_database_enabled = true
  }
  vpc_options {
    subnet_ids = ["subnet-0a1b2c3d4e5f60001"]
  }
  log_publishing_options {
    log_type                 = "AUDIT_LOGS"
    cloudwatch_log_group_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:search"
  }
}

resource "aws_elasticsearch_domain" "old" {
  domain_name           = "old-search"
  elasticsearch_version = "7.10"

  encrypt_at_rest {
    enabled = true
  }
  node_to_node_encryption {
    enabled = true
  }
  vpc_options {
    subnet_ids = ["subnet-0a1b2c3d4e5f60001"]
  }
  log_publishing_options {
    log_type                 = "ES_APPLICATION_LOGS"
    cloudwatch_log_group_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:search"
  }
}

resource "aws_kms_key" "warehouse" {
  description = "warehouse"
}

resource "aws_redshift_parameter_group" "strict" {
  name   = "strict"
  family = "redshift-1.0"

  parameter {
    name  = "require_ssl"
    value = "true"
  }
}

resource "aws_redshift_cluster" "warehouse" {
  cluster_identifier                  = "warehouse"
  node_type                           = "ra3.large"
  master_username                     = "keeper"
  manage_master_password              = true
  encrypted                           = true
  kms_key_id                          = aws_kms_key.warehouse.arn
  publicly_accessible                 = false
  enhanced_vpc_routing                = true
  automated_snapshot_retention_period = 7
  cluster_parameter_group_name        = aws_redshift_parameter_group.strict.name
  skip_final_snapshot                 = true
}

resource "aws_redshift_logging" "warehouse" {
  cluster_identifier   = aws_redshift_cluster.warehouse.id
  log_destination_type = "s3"
  bucket_name          = "shop-logs"
}

resource "aws_lambda_function" "resize" {
  function_name                  = "resize"
  role                           = "arn:aws:iam::111122223333:role/resize"
  handler                        = "resize.main"
  runtime                        = "python3.12"
  s3_bucket                      = "shop-artifacts"
  s3_key                         = "resize.zip"
  reserved_concurrent_executions = 10

  dead_letter_config {
    target_arn = "arn:aws:sqs:eu-west-1:111122223333:failed"
  }
  vpc_config {
    subnet_ids         = ["subnet-0a1b2c3d4e5f60001"]
    security_group_ids = ["sg-0a1b2c3d4e5f60001"]
  }
}

resource "aws_lambda_permission" "resize_from_bucket" {
  function_name  = aws_lambda_function.resize.function_name
  action         = "lambda:InvokeFunction"
  principal      = "s3.amazonaws.com"
  source_arn     = "arn:aws:s3:::shop-photos"
  source_account = "111122223333"
}

resource "aws_lambda_permission" "resize_from_partner" {
  function_name = aws_lambda_function.resize.arn
  action        = "lambda:InvokeFunction"
  principal     = "444455556666"
}

resource "aws_ecs_task_definition" "shop" {
  family       = "shop"
  network_mode = "host"
  container_definitions = jsonencode([
    {
      name                   = "app"
      image                  = "shop:1"
      memory                 = 256
      user                   = "1000"
      readonlyRootFilesystem = true
    },
  ])
}
