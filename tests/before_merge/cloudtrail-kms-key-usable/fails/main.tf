resource "aws_kms_key" "trail" {
  is_enabled = false
}

resource "aws_cloudtrail" "main" {
  name           = "main"
  s3_bucket_name = "logs"
  kms_key_id     = aws_kms_key.trail.arn
}
