resource "aws_kms_key" "trail" {
  description = "The trail's"
}

resource "aws_cloudtrail" "main" {
  name           = "main"
  s3_bucket_name = "logs"
  kms_key_id     = aws_kms_key.trail.arn
}
