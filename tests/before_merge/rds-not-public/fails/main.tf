locals {
  public = true
}

resource "aws_db_instance" "shop" {
  instance_class      = "db.t3.micro"
  engine              = "postgres"
  publicly_accessible = local.public
}
