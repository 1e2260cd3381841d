# Data that anybody finds, and that nobody gets back.

resource "aws_s3_account_public_access_block" "all" {
  block_public_acls   = true
  block_public_policy = true
}

resource "aws_s3_bucket" "site" {
  bucket = "site-of-the-house"
}

resource "aws_s3_bucket_ownership_controls" "site" {
  bucket = aws_s3_bucket.site.id
  rule {
    object_ownership = "ObjectWriter"
  }
}

resource "aws_s3_bucket_acl" "site" {
  bucket = aws_s3_bucket.site.id
  acl    = "public-read-write"
}

resource "aws_s3_bucket_public_access_block" "site" {
  bucket                  = aws_s3_bucket.site.id
  block_public_acls       = false
  block_public_policy     = false
  ignore_public_acls      = false
  restrict_public_buckets = false
}

resource "aws_s3_bucket_server_side_encryption_configuration" "site" {
  bucket = aws_s3_bucket.site.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_versioning" "site" {
  bucket = aws_s3_bucket.site.id
  versioning_configuration {
    status = "Suspended"
  }
}

resource "aws_s3_bucket_policy" "site" {
  bucket = aws_s3_bucket.site.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:*"
      Resource  = ["arn:aws:s3:::site-of-the-house", "arn:aws:s3:::site-of-the-house/*"]
    }]
  })
}

resource "aws_s3_bucket" "drafts" {
  bucket = "drafts-of-the-house"
}

resource "aws_s3_bucket_versioning" "drafts" {
  bucket = aws_s3_bucket.drafts.id
  versioning_configuration {
    status     = "Enabled"
    mfa_delete = "Disabled"
  }
}

resource "aws_db_instance" "ledger" {
  identifier                      = "ledger"
  engine                          = "mysql"
  instance_class                  = "db.t4g.micro"
  allocated_storage               = 20
  username                        = "admin"
  manage_master_user_password     = true
  multi_az                        = false
  backup_retention_period         = 0
  auto_minor_version_upgrade      = false
  enabled_cloudwatch_logs_exports = ["error"]
}

resource "aws_rds_cluster" "orders" {
  cluster_identifier          = "orders"
  engine                      = "aurora-mysql"
  master_username             = "admin"
  manage_master_user_password = true
  storage_encrypted           = false
}

resource "aws_efs_file_system" "files" {
  encrypted = false
}

resource "aws_dynamodb_table" "carts" {
  name         = "carts"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_secretsmanager_secret" "password" {
  name = "partner-password"
}

resource "aws_sqs_queue" "shipments" {
  name                    = "shipments"
  sqs_managed_sse_enabled = false
}

resource "aws_sqs_queue_policy" "shipments" {
  queue_url = aws_sqs_queue.shipments.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "sqs:SendMessage"
      Resource  = "arn:aws:sqs:eu-west-1:111122223333:shipments"
    }]
  })
}
