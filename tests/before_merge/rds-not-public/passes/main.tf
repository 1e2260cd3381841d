resource "aws_db_instance" "shop" {
  instance_class = "db.t3.micro"
  engine         = "postgres"
}
