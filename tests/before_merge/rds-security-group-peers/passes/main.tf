resource "aws_security_group" "database" {
  name = "database"

  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["10.1.0.0/16"]
  }
}

resource "aws_db_instance" "shop" {
  instance_class         = "db.t3.micro"
  engine                 = "postgres"
  vpc_security_group_ids = [aws_security_group.database.id]
}
