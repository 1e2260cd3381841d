resource "aws_security_group" "clients" {
  name = "clients"
}

resource "aws_security_group" "database" {
  name = "database"

  ingress {
    from_port       = 5432
    to_port         = 5432
    protocol        = "tcp"
    security_groups = [aws_security_group.clients.id]
  }
}

resource "aws_db_instance" "shop" {
  instance_class         = "db.t3.micro"
  engine                 = "postgres"
  vpc_security_group_ids = [aws_security_group.database.id]
}
