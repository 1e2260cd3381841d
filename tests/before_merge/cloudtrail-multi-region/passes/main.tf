variable "everywhere" {
  default = true
}

resource "aws_cloudtrail" "main" {
  name                  = "main"
  s3_bucket_name        = "logs"
  is_multi_region_trail = var.everywhere
}
