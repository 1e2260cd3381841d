variable "everywhere" {
  default = false
}

resource "aws_cloudtrail" "main" {
  name                  = "main"
  s3_bucket_name        = "logs"
  is_multi_region_trail = var.everywhere
}

resource "aws_cloudtrail" "another" {
  name           = "another"
  s3_bucket_name = "logs"
}
