module "net" {
  source   = "./net"
  for_each = { "a" = "10.1.0.0/16", "b.c" = "10.2.0.0/16" }
  cidr     = each.value
}

module "apps" {
  source = "./inner"
  count  = 2
  vpc_id = module.net["a"].vpc_id
  peer   = module.net["b.c"].group_id
}

resource "aws_db_subnet_group" "all" {
  name       = "all"
  subnet_ids = module.net["a"].subnet_ids
}

resource "aws_db_instance" "main" {
  identifier             = "main"
  engine                 = "postgres"
  instance_class         = "db.t3.micro"
  allocated_storage      = 20
  username               = "root"
  password               = "not a good one"
  db_subnet_group_name   = aws_db_subnet_group.all.id
  vpc_security_group_ids = [module.apps[1].group_id]
}

resource "aws_db_instance" "spread" {
  identifier             = "spread"
  engine                 = "postgres"
  instance_class         = "db.t3.micro"
  allocated_storage      = 20
  username               = "root"
  password               = "not a good one"
  vpc_security_group_ids = module.apps[*].group_id
}
