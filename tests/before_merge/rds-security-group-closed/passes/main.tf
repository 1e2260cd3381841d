resource "aws_security_group" "database" {
  name = "database"
}

resource "aws_security_group_rule" "clients" {
  security_group_id = aws_security_group.database.id
  type              = "ingress"
  from_port         = 5432
  to_port           = 5432
  protocol          = "tcp"
  cidr_blocks       = ["10.0.0.0/8"]
}

resource "aws_db_instance" "shop" {
  instance_class         = "db.t3.micro"
  engine                 = "postgres"
  vpc_security_group_ids = [aws_security_group.database.id]
}
