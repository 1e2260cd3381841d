"""What rules of rds compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it if type(it) is Unresolved else None
  if it is not None and t2 is None:
   t3 = it.get('balancers') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t4 = t3 if type(t3) is Unresolved else None
   if type(t3) is list:
    t4 = []
    for e5 in t3:
     for e6 in e5 if type(e5) is list else (e5,):
      t7 = e6.get('configuration') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
      t8 = t7.get('availabilityZones') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
      if t8 is not None: t4.append(t8)
   t9 = t4 if type(t4) is Unresolved else None
   if type(t4) is list:
    t9 = []
    for e10 in t4:
     for e11 in e10 if type(e10) is list else (e10,):
      t12 = e11.get('subnetId') if type(e11) is dict else merged((e11,)) if type(e11) is Unresolved else None
      if t12 is not None: t9.append(t12)
   t13 = it.get('classic_balancers') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t14 = t13 if type(t13) is Unresolved else None
   if type(t13) is list:
    t14 = []
    for e15 in t13:
     for e16 in e15 if type(e15) is list else (e15,):
      t17 = e16.get('configuration') if type(e16) is dict else merged((e16,)) if type(e16) is Unresolved else None
      t18 = t17.get('subnets') if type(t17) is dict else merged((t17,)) if type(t17) is Unresolved else None
      if t18 is not None: t14.append(t18)
   t19 = t14 if type(t14) is Unresolved else None
   if type(t14) is list:
    t19 = []
    for e20 in t14:
     for e21 in e20 if type(e20) is list else (e20,):
      if e21 is not None: t19.append(e21)
   t2 = [t9, t19]
  return t2
 return f1

def p1():
 def f1(it):
  t2 = it if type(it) is Unresolved else None
  if it is not None and t2 is None:
   t3 = it.get('balancers') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t4 = t3 if type(t3) is Unresolved else None
   if type(t3) is list:
    t4 = []
    for e5 in t3:
     for e6 in e5 if type(e5) is list else (e5,):
      t7 = e6.get('configuration') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
      t8 = t7.get('securityGroups') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
      if t8 is not None: t4.append(t8)
   t9 = t4 if type(t4) is Unresolved else None
   if type(t4) is list:
    t9 = []
    for e10 in t4:
     for e11 in e10 if type(e10) is list else (e10,):
      if e11 is not None: t9.append(e11)
   t12 = it.get('classic_balancers') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t13 = t12 if type(t12) is Unresolved else None
   if type(t12) is list:
    t13 = []
    for e14 in t12:
     for e15 in e14 if type(e14) is list else (e14,):
      t16 = e15.get('configuration') if type(e15) is dict else merged((e15,)) if type(e15) is Unresolved else None
      t17 = t16.get('securityGroups') if type(t16) is dict else merged((t16,)) if type(t16) is Unresolved else None
      if t17 is not None: t13.append(t17)
   t18 = t13 if type(t13) is Unresolved else None
   if type(t13) is list:
    t18 = []
    for e19 in t13:
     for e20 in e19 if type(e19) is list else (e19,):
      if e20 is not None: t18.append(e20)
   t2 = [t9, t18]
  return t2
 return f1

def p2():
 def f1(it):
  t2 = it if type(it) is Unresolved else None
  if it is not None and t2 is None:
   t3 = it.get('groups') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t4 = t3 if type(t3) is Unresolved else None
   if type(t3) is list:
    t4 = []
    for e5 in t3:
     for e6 in e5 if type(e5) is list else (e5,):
      t7 = e6.get('configuration') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
      t8 = t7.get('ipPermissions') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
      if t8 is not None: t4.append(t8)
   t9 = t4 if type(t4) is Unresolved else None
   if type(t4) is list:
    t9 = []
    for e10 in t4:
     for e11 in e10 if type(e10) is list else (e10,):
      t12 = e11.get('userIdGroupPairs') if type(e11) is dict else merged((e11,)) if type(e11) is Unresolved else None
      if t12 is not None: t9.append(t12)
   t13 = t9 if type(t9) is Unresolved else None
   if type(t9) is list:
    t13 = []
    for e14 in t9:
     for e15 in e14 if type(e14) is list else (e14,):
      t16 = e15.get('groupId') if type(e15) is dict else merged((e15,)) if type(e15) is Unresolved else None
      if t16 is not None: t13.append(t16)
   t17 = it.get('groups') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t18 = t17 if type(t17) is Unresolved else None
   if type(t17) is list:
    t18 = []
    for e19 in t17:
     for e20 in e19 if type(e19) is list else (e19,):
      t21 = e20.get('configuration') if type(e20) is dict else merged((e20,)) if type(e20) is Unresolved else None
      t22 = t21.get('ipPermissionsEgress') if type(t21) is dict else merged((t21,)) if type(t21) is Unresolved else None
      if t22 is not None: t18.append(t22)
   t23 = t18 if type(t18) is Unresolved else None
   if type(t18) is list:
    t23 = []
    for e24 in t18:
     for e25 in e24 if type(e24) is list else (e24,):
      t26 = e25.get('userIdGroupPairs') if type(e25) is dict else merged((e25,)) if type(e25) is Unresolved else None
      if t26 is not None: t23.append(t26)
   t27 = t23 if type(t23) is Unresolved else None
   if type(t23) is list:
    t27 = []
    for e28 in t23:
     for e29 in e28 if type(e28) is list else (e28,):
      t30 = e29.get('groupId') if type(e29) is dict else merged((e29,)) if type(e29) is Unresolved else None
      if t30 is not None: t27.append(t30)
   t2 = [t13, t27]
  return t2
 return f1

def p3():
 def f1(it):
  t2 = it if type(it) is Unresolved else None
  if it is not None and t2 is None:
   t3 = it.get('subnets') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t4 = it.get('balancer_subnets') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t2 = [t3, t4]
  t5 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t5 = []
   for e6 in t2:
    for e7 in e6 if type(e6) is list else (e6,):
     t8 = e7.get('configuration') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
     t9 = t8.get('subnetId') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
     if t9 is not None: t5.append(t9)
  return t5
 return f1

def p4():
 k13 = CALLABLE['balancers_reach'].run
 def f1(it):
  t2 = it.get('balancers') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('balancer_groups') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = it.get('balancer_subnets') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = it.get('groups') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = it.get('subnets') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t7 = it.get('acls') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('endpoint') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t10 = t9.get('port') if type(t9) is dict else merged((t9,)) if type(t9) is Unresolved else None
  t11 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t12 = t11.get('allowed') if type(t11) is dict else merged((t11,)) if type(t11) is Unresolved else None
  t14 = k13(t2, t3, t4, t5, t6, t7, t10, t12)
  return t14
 return f1

def p5():
 k13 = CALLABLE['balancers_reach'].run
 def f1(it):
  t2 = it.get('classic_balancers') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('balancer_groups') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = it.get('balancer_subnets') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = it.get('groups') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = it.get('subnets') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t7 = it.get('acls') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('endpoint') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t10 = t9.get('port') if type(t9) is dict else merged((t9,)) if type(t9) is Unresolved else None
  t11 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t12 = t11.get('allowed') if type(t11) is dict else merged((t11,)) if type(t11) is Unresolved else None
  t14 = k13(t2, t3, t4, t5, t6, t7, t10, t12)
  return t14
 return f1

def p6():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('associations') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     t7 = e6.get('subnetId') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t7 is not None: t4.append(t7)
  return t4
 return f1

def p7():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('autoMinorVersionUpgrade') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p8():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('backupRetentionPeriod') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('days') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = ordered('gte', t3, t5)
  return t6
 return f1

def p9():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('dBClusterIdentifier') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p10():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('dBSubnetGroup') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('subnets') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t5 = []
   for e6 in t4:
    for e7 in e6 if type(e6) is list else (e6,):
     t8 = e7.get('subnetIdentifier') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
     if t8 is not None: t5.append(t8)
  return t5
 return f1

def p11():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('dBSubnetGroup') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('vpcId') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p12():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('deletionProtection') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p13():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('encrypted') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p14():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('engine') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p15():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('iAMDatabaseAuthenticationEnabled') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p16():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('iamdatabaseAuthenticationEnabled') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p17():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('masterUsername') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p18():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('monitoringInterval') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p19():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('multiAZ') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p20():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('preferredBackupWindow') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('window') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = equal(t3, t5)
  return t6
 return f1

def p21():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('publiclyAccessible') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p22():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('readReplicaSourceDBInstanceIdentifier') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p23():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('replicationSourceIdentifier') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p24():
 k4 = 'automated'
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('snapshotType') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t5 = equal(t3, k4) if type(t3) is Unresolved else t3 == k4
  return t5
 return f1

def p25():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('storageEncrypted') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p26():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('vpcId') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p27():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('vpcSecurityGroups') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     t7 = e6.get('vpcSecurityGroupId') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t7 is not None: t4.append(t7)
  return t4
 return f1

def p28():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('vpcid') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p29():
 k6 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('engines') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('engine') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  return t7
 return f1

def p30():
 k6 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('names') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('masterUsername') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  return t7
 return f1

def p31():
 k4 = ''
 k5 = CALLABLE['not_null'].run
 k9 = CALLABLE['ends_with'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('kmsKeyId') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t6 = k5(t3, k4)
  t7 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = t7.get('key') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
  t10 = k9(t6, t8)
  return t10
 return f1

def p32():
 k12 = CALLABLE['internet_reaches'].run
 def f1(it):
  t2 = it.get('groups') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('subnets') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = it.get('route_tables') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = it.get('acls') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t7 = t6.get('endpoint') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
  t8 = t7.get('port') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
  t9 = it if type(it) is Unresolved else None
  if it is not None and t9 is None:
   t10 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t11 = t10.get('networkType') if type(t10) is dict else merged((t10,)) if type(t10) is Unresolved else None
   t9 = [t11]
  t13 = k12(t2, t3, t4, t5, t8, t9)
  return t13
 return f1

def p33():
 k10 = 'restore'
 k14 = []
 k15 = CALLABLE['not_null'].run
 k17 = 'all'
 k18 = CALLABLE['contains'].run
 k20 = CALLABLE['map'].run
 def f2(it):
  t3 = it.get('attributeName') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  return t3
 def f1(it):
  t4 = reference(f2)
  t5 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = t5.get('DBClusterSnapshotAttributes') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = t6 if type(t6) is Unresolved else None
  if type(t6) is list:
   t7 = []
   for e8 in t6:
    t9 = e8.get('attributeName') if type(e8) is dict else merged((e8,)) if type(e8) is Unresolved else None
    t11 = equal(t9, k10) if type(t9) is Unresolved else t9 == k10
    t12 = t11
    if t12 is not False:
     t13 = e8.get('attributeValues') if type(e8) is dict else merged((e8,)) if type(e8) is Unresolved else None
     t16 = k15(t13, k14)
     t19 = k18(t16, k17)
     if t19 is False or t12 is True: t12 = t19
     elif t19 is not True: t12 = merged((t12, t19))
    if t12 is True:
     if e8 is not None: t7.append(e8)
    elif t12 is not False: t7.append(merged((t12,)))
  t21 = k20(t4, t7)
  return t21
 return f1

def p34():
 k10 = 'restore'
 k14 = []
 k15 = CALLABLE['not_null'].run
 k17 = 'all'
 k18 = CALLABLE['contains'].run
 k20 = CALLABLE['map'].run
 def f2(it):
  t3 = it.get('attributeName') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  return t3
 def f1(it):
  t4 = reference(f2)
  t5 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = t5.get('DBSnapshotAttributes') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = t6 if type(t6) is Unresolved else None
  if type(t6) is list:
   t7 = []
   for e8 in t6:
    t9 = e8.get('attributeName') if type(e8) is dict else merged((e8,)) if type(e8) is Unresolved else None
    t11 = equal(t9, k10) if type(t9) is Unresolved else t9 == k10
    t12 = t11
    if t12 is not False:
     t13 = e8.get('attributeValues') if type(e8) is dict else merged((e8,)) if type(e8) is Unresolved else None
     t16 = k15(t13, k14)
     t19 = k18(t16, k17)
     if t19 is False or t12 is True: t12 = t19
     elif t19 is not True: t12 = merged((t12, t19))
    if t12 is True:
     if e8 is not None: t7.append(e8)
    elif t12 is not False: t7.append(merged((t12,)))
  t21 = k20(t4, t7)
  return t21
 return f1

def p35():
 k3 = 'tcp'
 k9 = CALLABLE['nacl_admits'].run
 def f1(it):
  t2 = it.get('acls') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('endpoint') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5.get('port') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = t7.get('trusted') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
  t10 = k9(t2, k3, t6, t8)
  return t10
 return f1

def p36():
 k4 = 0
 k5 = CALLABLE['not_null'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('monitoringInterval') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t6 = k5(t3, k4)
  t7 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = t7.get('seconds') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
  t9 = ordered('lte', t6, t8)
  return t9
 return f1

def p37():
 k3 = CALLABLE['open_to_world'].run
 def f1(it):
  t2 = it.get('groups') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = k3(t2)
  return t4
 return f1

def p38():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('engines') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p39():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('ingress') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p40():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('key') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p41():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('names') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p42():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('replicas') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p43():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('window') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p44():
 def f1(it):
  t2 = it.get('resourceId') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  return t2
 return f1

def p45():
 k3 = 'egress'
 k7 = CALLABLE['sg_admits'].run
 def f1(it):
  t2 = it.get('groups') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('egress') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = it.get('peers') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = k7(t2, k3, t5, t6)
  return t8
 return f1

def p46():
 k3 = 'ingress'
 k7 = CALLABLE['sg_admits'].run
 def f1(it):
  t2 = it.get('groups') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('ingress') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = it.get('peers') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = k7(t2, k3, t5, t6)
  return t8
 return f1

def p47():
 k6 = ['agent', 'error']
 k7 = CALLABLE['contains'].run
 k9 = []
 k10 = CALLABLE['not_null'].run
 k12 = CALLABLE['sort'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('enabledCloudwatchLogsExports') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t8 = k7(k6, e5)
    if t8 is True:
     if e5 is not None: t4.append(e5)
    elif t8 is not False: t4.append(merged((t8,)))
  t11 = k10(t4, k9)
  t13 = k12(t11)
  return t13
 return f1

def p48():
 k6 = ['alert', 'audit', 'listener', 'trace']
 k7 = CALLABLE['contains'].run
 k9 = []
 k10 = CALLABLE['not_null'].run
 k12 = CALLABLE['sort'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('enabledCloudwatchLogsExports') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t8 = k7(k6, e5)
    if t8 is True:
     if e5 is not None: t4.append(e5)
    elif t8 is not False: t4.append(merged((t8,)))
  t11 = k10(t4, k9)
  t13 = k12(t11)
  return t13
 return f1

def p49():
 k6 = ['audit', 'error', 'general', 'slowquery']
 k7 = CALLABLE['contains'].run
 k9 = []
 k10 = CALLABLE['not_null'].run
 k12 = CALLABLE['sort'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('enabledCloudwatchLogsExports') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t8 = k7(k6, e5)
    if t8 is True:
     if e5 is not None: t4.append(e5)
    elif t8 is not False: t4.append(merged((t8,)))
  t11 = k10(t4, k9)
  t13 = k12(t11)
  return t13
 return f1

def p50():
 k6 = ['diag.log', 'notify.log']
 k7 = CALLABLE['contains'].run
 k9 = []
 k10 = CALLABLE['not_null'].run
 k12 = CALLABLE['sort'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('enabledCloudwatchLogsExports') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t8 = k7(k6, e5)
    if t8 is True:
     if e5 is not None: t4.append(e5)
    elif t8 is not False: t4.append(merged((t8,)))
  t11 = k10(t4, k9)
  t13 = k12(t11)
  return t13
 return f1

def p51():
 k6 = ['error', 'general', 'slowquery']
 k7 = CALLABLE['contains'].run
 k9 = []
 k10 = CALLABLE['not_null'].run
 k12 = CALLABLE['sort'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('enabledCloudwatchLogsExports') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t8 = k7(k6, e5)
    if t8 is True:
     if e5 is not None: t4.append(e5)
    elif t8 is not False: t4.append(merged((t8,)))
  t11 = k10(t4, k9)
  t13 = k12(t11)
  return t13
 return f1

def p52():
 k6 = ['postgresql', 'upgrade']
 k7 = CALLABLE['contains'].run
 k9 = []
 k10 = CALLABLE['not_null'].run
 k12 = CALLABLE['sort'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('enabledCloudwatchLogsExports') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t8 = k7(k6, e5)
    if t8 is True:
     if e5 is not None: t4.append(e5)
    elif t8 is not False: t4.append(merged((t8,)))
  t11 = k10(t4, k9)
  t13 = k12(t11)
  return t13
 return f1

def p53():
 k6 = 'postgresql'
 k8 = []
 k9 = CALLABLE['not_null'].run
 k11 = CALLABLE['sort'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('enabledCloudwatchLogsExports') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t7 = equal(e5, k6) if type(e5) is Unresolved else e5 == k6
    if t7 is True:
     if e5 is not None: t4.append(e5)
    elif t7 is not False: t4.append(merged((t7,)))
  t10 = k9(t4, k8)
  t12 = k11(t10)
  return t12
 return f1

EXPRESSIONS = {
 '[balancers[].configuration.availabilityZones[].subnetId, classic_balancers[].configuration.subnets[]]': p0,
 '[balancers[].configuration.securityGroups[], classic_balancers[].configuration.securityGroups[]]': p1,
 '[groups[].configuration.ipPermissions[].userIdGroupPairs[].groupId, groups[].configuration.ipPermissionsEgress[].userIdGroupPairs[].groupId]': p2,
 '[subnets, balancer_subnets][].configuration.subnetId': p3,
 'balancers_reach(balancers, balancer_groups, balancer_subnets, groups, subnets, acls, configuration.endpoint.port, params.allowed)': p4,
 'balancers_reach(classic_balancers, balancer_groups, balancer_subnets, groups, subnets, acls, configuration.endpoint.port, params.allowed)': p5,
 'configuration.associations[].subnetId': p6,
 'configuration.autoMinorVersionUpgrade': p7,
 'configuration.backupRetentionPeriod >= params.days': p8,
 'configuration.dBClusterIdentifier': p9,
 'configuration.dBSubnetGroup.subnets[].subnetIdentifier': p10,
 'configuration.dBSubnetGroup.vpcId': p11,
 'configuration.deletionProtection': p12,
 'configuration.encrypted': p13,
 'configuration.engine': p14,
 'configuration.iAMDatabaseAuthenticationEnabled': p15,
 'configuration.iamdatabaseAuthenticationEnabled': p16,
 'configuration.masterUsername': p17,
 'configuration.monitoringInterval': p18,
 'configuration.multiAZ': p19,
 'configuration.preferredBackupWindow == params.window': p20,
 'configuration.publiclyAccessible': p21,
 'configuration.readReplicaSourceDBInstanceIdentifier': p22,
 'configuration.replicationSourceIdentifier': p23,
 "configuration.snapshotType == 'automated'": p24,
 'configuration.storageEncrypted': p25,
 'configuration.vpcId': p26,
 'configuration.vpcSecurityGroups[].vpcSecurityGroupId': p27,
 'configuration.vpcid': p28,
 'contains(params.engines, configuration.engine)': p29,
 'contains(params.names, configuration.masterUsername)': p30,
 "ends_with(not_null(configuration.kmsKeyId, ''), params.key)": p31,
 'internet_reaches(groups, subnets, route_tables, acls, configuration.endpoint.port, [configuration.networkType])': p32,
 "map(&attributeName, supplementaryConfiguration.DBClusterSnapshotAttributes[? attributeName == 'restore' && contains(not_null(attributeValues, `[]`), 'all')])": p33,
 "map(&attributeName, supplementaryConfiguration.DBSnapshotAttributes[? attributeName == 'restore' && contains(not_null(attributeValues, `[]`), 'all')])": p34,
 "nacl_admits(acls, 'tcp', configuration.endpoint.port, params.trusted)": p35,
 'not_null(configuration.monitoringInterval, `0`) <= params.seconds': p36,
 'open_to_world(groups)': p37,
 'params.engines': p38,
 'params.ingress': p39,
 'params.key': p40,
 'params.names': p41,
 'params.replicas': p42,
 'params.window': p43,
 'resourceId': p44,
 "sg_admits(groups, 'egress', params.egress, peers)": p45,
 "sg_admits(groups, 'ingress', params.ingress, peers)": p46,
 'sort(not_null(configuration.enabledCloudwatchLogsExports[? contains(`["agent", "error"]`, @)], `[]`))': p47,
 'sort(not_null(configuration.enabledCloudwatchLogsExports[? contains(`["alert", "audit", "listener", "trace"]`, @)], `[]`))': p48,
 'sort(not_null(configuration.enabledCloudwatchLogsExports[? contains(`["audit", "error", "general", "slowquery"]`, @)], `[]`))': p49,
 'sort(not_null(configuration.enabledCloudwatchLogsExports[? contains(`["diag.log", "notify.log"]`, @)], `[]`))': p50,
 'sort(not_null(configuration.enabledCloudwatchLogsExports[? contains(`["error", "general", "slowquery"]`, @)], `[]`))': p51,
 'sort(not_null(configuration.enabledCloudwatchLogsExports[? contains(`["postgresql", "upgrade"]`, @)], `[]`))': p52,
 "sort(not_null(configuration.enabledCloudwatchLogsExports[?@ == 'postgresql'], `[]`))": p53,
}
globals().update(RUNTIME)
