"""What rules of ec2 compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it.get('addresses') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('configuration') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t7 = t6.get('publicIp') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
     if t7 is not None: t3.append(t7)
  return t3
 return f1

def p1():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('associationId') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p2():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('associations') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p3():
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

def p4():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('attachments') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('deleteOnTermination') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t7 = equal(t6, True) if type(t6) is Unresolved else t6 is True
    t8 = negated(t7)
    if t8 is True:
     if e5 is not None: t4.append(e5)
    elif t8 is not False: t4.append(merged((t8,)))
  return t4
 return f1

def p5():
 k7 = 'detached'
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('attachments') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('state') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t8 = equal(t6, k7) if type(t6) is Unresolved else t6 == k7
    t9 = negated(t8)
    if t9 is True:
     t10 = e5.get('instanceId') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     if t10 is not None: t4.append(t10)
    elif t9 is not False: t4.append(merged((t9,)))
  return t4
 return f1

def p6():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('dBSubnetGroup') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('vpcId') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p7():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('ebsEncryptionByDefault') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p8():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('ebsOptimized') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p9():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('encrypted') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p10():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('groupId') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p11():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('groupName') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p12():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('groups') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     t7 = e6.get('groupId') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t7 is not None: t4.append(t7)
  return t4
 return f1

def p13():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('iamInstanceProfile') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('arn') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p14():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('instanceId') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p15():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('metadataOptions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('httpEndpoint') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p16():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('metadataOptions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('httpTokens') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p17():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('monitoring') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('state') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p18():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('networkInterfaceId') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p19():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('networkInterfaces') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     t7 = e6.get('privateIpAddresses') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t7 is not None: t4.append(t7)
  t8 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t8 = []
   for e9 in t4:
    for e10 in e9 if type(e9) is list else (e9,):
     t11 = e10.get('association') if type(e10) is dict else merged((e10,)) if type(e10) is Unresolved else None
     t12 = t11.get('publicIp') if type(t11) is dict else merged((t11,)) if type(t11) is Unresolved else None
     if t12 is not None: t8.append(t12)
  return t8
 return f1

def p20():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('ownerId') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('accountId') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = equal(t3, t4)
  return t5
 return f1

def p21():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('publicIpAddress') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p22():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('snapshotBlockPublicAccess') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p23():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('state') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('name') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p24():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('vpcId') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p25():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('vpcId') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('vpc') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = equal(t3, t5)
  return t6
 return f1

def p26():
 k7 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('profiles') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('iamInstanceProfile') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5.get('arn') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t8 = k7(t3, t6)
  return t8
 return f1

def p27():
 k6 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('types') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('instanceType') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  return t7
 return f1

def p28():
 def f1(it):
  t2 = it.get('databases') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('configuration') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t7 = t6.get('dBSubnetGroup') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
     t8 = t7.get('subnets') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
     if t8 is not None: t3.append(t8)
  t9 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t9 = []
   for e10 in t3:
    for e11 in e10 if type(e10) is list else (e10,):
     t12 = e11.get('subnetIdentifier') if type(e11) is dict else merged((e11,)) if type(e11) is Unresolved else None
     if t12 is not None: t9.append(t12)
  return t9
 return f1

def p29():
 def f1(it):
  t2 = it.get('databases') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('resourceId') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     if t6 is not None: t3.append(t6)
  return t3
 return f1

def p30():
 k4 = CALLABLE['time_in'].run
 k7 = CALLABLE['days_between'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('stateTransitionReason') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t5 = k4(t3)
  t6 = it.get('now') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = k7(t5, t6)
  t9 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t10 = t9.get('days') if type(t9) is dict else merged((t9,)) if type(t9) is Unresolved else None
  t11 = ordered('lte', t8, t10)
  return t11
 return f1

def p31():
 k6 = ''
 k9 = CALLABLE['ends_with'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('kmsKeyId') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3
  t5 = truth(t4)
  if type(t5) is Unresolved: t4 = t5
  elif t5 is False:
   t4 = k6
  t7 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = t7.get('key') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
  t10 = k9(t4, t8)
  return t10
 return f1

def p32():
 def f1(it):
  t2 = it.get('interfaces') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('resourceId') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     if t6 is not None: t3.append(t6)
  return t3
 return f1

def p33():
 k10 = CALLABLE['map'].run
 k12 = CALLABLE['nacl_blocks'].run
 def f5(it):
  t6 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t7 = t6.get('cidrBlock') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
  return t7
 def f1(it):
  t2 = it if type(it) is Unresolved else None
  if it is not None and t2 is None:
   t2 = [it]
  t3 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = t3.get('rest') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t8 = reference(f5)
  t9 = it.get('database_subnets') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t11 = k10(t8, t9)
  t13 = k12(t2, t4, t11)
  return t13
 return f1

def p34():
 k15 = CALLABLE['nacl_blocks'].run
 def f1(it):
  t2 = it if type(it) is Unresolved else None
  if it is not None and t2 is None:
   t2 = [it]
  t3 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = t3.get('rest_ipv6') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = it.get('database_subnets') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = t5 if type(t5) is Unresolved else None
  if type(t5) is list:
   t6 = []
   for e7 in t5:
    for e8 in e7 if type(e7) is list else (e7,):
     t9 = e8.get('configuration') if type(e8) is dict else merged((e8,)) if type(e8) is Unresolved else None
     t10 = t9.get('ipv6CidrBlockAssociationSet') if type(t9) is dict else merged((t9,)) if type(t9) is Unresolved else None
     if t10 is not None: t6.append(t10)
  t11 = t6 if type(t6) is Unresolved else None
  if type(t6) is list:
   t11 = []
   for e12 in t6:
    for e13 in e12 if type(e12) is list else (e12,):
     t14 = e13.get('ipv6CidrBlock') if type(e13) is dict else merged((e13,)) if type(e13) is Unresolved else None
     if t14 is not None: t11.append(t14)
  t16 = k15(t2, t4, t11)
  return t16
 return f1

def p35():
 k13 = CALLABLE['nacl_lets_out'].run
 def f1(it):
  t2 = it if type(it) is Unresolved else None
  if it is not None and t2 is None:
   t2 = [it]
  t3 = it.get('database_subnets') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     t7 = e6.get('configuration') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     t8 = t7.get('ipv6CidrBlockAssociationSet') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
     if t8 is not None: t4.append(t8)
  t9 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t9 = []
   for e10 in t4:
    for e11 in e10 if type(e10) is list else (e10,):
     t12 = e11.get('ipv6CidrBlock') if type(e11) is dict else merged((e11,)) if type(e11) is Unresolved else None
     if t12 is not None: t9.append(t12)
  t14 = k13(t2, t9)
  return t14
 return f1

def p36():
 k8 = CALLABLE['map'].run
 k10 = CALLABLE['nacl_lets_out'].run
 def f3(it):
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('cidrBlock') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  return t5
 def f1(it):
  t2 = it if type(it) is Unresolved else None
  if it is not None and t2 is None:
   t2 = [it]
  t6 = reference(f3)
  t7 = it.get('database_subnets') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = k8(t6, t7)
  t11 = k10(t2, t9)
  return t11
 return f1

def p37():
 k7 = CALLABLE['open_beyond'].run
 def f1(it):
  t2 = it if type(it) is Unresolved else None
  if it is not None and t2 is None:
   t2 = [it]
  t3 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = t3.get('tcp') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = t5.get('udp') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t8 = k7(t2, t4, t6)
  return t8
 return f1

def p38():
 k5 = CALLABLE['open_to_world'].run
 def f1(it):
  t2 = it if type(it) is Unresolved else None
  if it is not None and t2 is None:
   t2 = [it]
  t3 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = t3.get('ports') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t6 = k5(t2, t4)
  return t6
 return f1

def p39():
 k4 = CALLABLE['values'].run
 k6 = CALLABLE['open_to_world'].run
 def f1(it):
  t2 = it if type(it) is Unresolved else None
  if it is not None and t2 is None:
   t2 = [it]
  t3 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t3)
  t7 = k6(t2, t5)
  return t7
 return f1

def p40():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('delete_on_termination') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p41():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('key') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p42():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('profiles') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p43():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('vpc') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p44():
 k4 = CALLABLE['public_subnets'].run
 def f1(it):
  t2 = it.get('database_subnets') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('route_tables') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, t3)
  return t5
 return f1

def p45():
 k4 = CALLABLE['public_subnets'].run
 def f1(it):
  t2 = it.get('subnets') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('route_tables') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, t3)
  return t5
 return f1

def p46():
 def f1(it):
  t2 = it.get('resourceId') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  return t2
 return f1

def p47():
 k3 = 'egress'
 k4 = []
 k5 = CALLABLE['sg_admits'].run
 def f1(it):
  t2 = it if type(it) is Unresolved else None
  if it is not None and t2 is None:
   t2 = [it]
  t6 = k5(t2, k3, k4)
  return t6
 return f1

def p48():
 k3 = 'ingress'
 k4 = []
 k5 = CALLABLE['sg_admits'].run
 def f1(it):
  t2 = it if type(it) is Unresolved else None
  if it is not None and t2 is None:
   t2 = [it]
  t6 = k5(t2, k3, k4)
  return t6
 return f1

def p49():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('RestorableByUserIds') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

EXPRESSIONS = {
 'addresses[].configuration.publicIp': p0,
 'configuration.associationId': p1,
 'configuration.associations': p2,
 'configuration.associations[].subnetId': p3,
 'configuration.attachments[?deleteOnTermination != `true`]': p4,
 "configuration.attachments[?state != 'detached'].instanceId": p5,
 'configuration.dBSubnetGroup.vpcId': p6,
 'configuration.ebsEncryptionByDefault': p7,
 'configuration.ebsOptimized': p8,
 'configuration.encrypted': p9,
 'configuration.groupId': p10,
 'configuration.groupName': p11,
 'configuration.groups[].groupId': p12,
 'configuration.iamInstanceProfile.arn': p13,
 'configuration.instanceId': p14,
 'configuration.metadataOptions.httpEndpoint': p15,
 'configuration.metadataOptions.httpTokens': p16,
 'configuration.monitoring.state': p17,
 'configuration.networkInterfaceId': p18,
 'configuration.networkInterfaces[].privateIpAddresses[].association.publicIp': p19,
 'configuration.ownerId == accountId': p20,
 'configuration.publicIpAddress': p21,
 'configuration.snapshotBlockPublicAccess': p22,
 'configuration.state.name': p23,
 'configuration.vpcId': p24,
 'configuration.vpcId == params.vpc': p25,
 'contains(params.profiles, configuration.iamInstanceProfile.arn)': p26,
 'contains(params.types, configuration.instanceType)': p27,
 'databases[].configuration.dBSubnetGroup.subnets[].subnetIdentifier': p28,
 'databases[].resourceId': p29,
 'days_between(time_in(configuration.stateTransitionReason), now) <= params.days': p30,
 "ends_with(configuration.kmsKeyId || '', params.key)": p31,
 'interfaces[].resourceId': p32,
 'nacl_blocks([@], params.rest, map(&configuration.cidrBlock, database_subnets))': p33,
 'nacl_blocks([@], params.rest_ipv6, database_subnets[].configuration.ipv6CidrBlockAssociationSet[].ipv6CidrBlock)': p34,
 'nacl_lets_out([@], database_subnets[].configuration.ipv6CidrBlockAssociationSet[].ipv6CidrBlock)': p35,
 'nacl_lets_out([@], map(&configuration.cidrBlock, database_subnets))': p36,
 'open_beyond([@], params.tcp, params.udp)': p37,
 'open_to_world([@], params.ports)': p38,
 'open_to_world([@], values(params))': p39,
 'params.delete_on_termination': p40,
 'params.key': p41,
 'params.profiles': p42,
 'params.vpc': p43,
 'public_subnets(database_subnets, route_tables)': p44,
 'public_subnets(subnets, route_tables)': p45,
 'resourceId': p46,
 "sg_admits([@], 'egress', `[]`)": p47,
 "sg_admits([@], 'ingress', `[]`)": p48,
 'supplementaryConfiguration.RestorableByUserIds': p49,
}
globals().update(RUNTIME)
