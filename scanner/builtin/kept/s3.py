"""What rules of s3 compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it.get('account') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    t5 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
    t6 = t5.get('ignorePublicAcls') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
    t7 = t6 if t6 is True or t6 is False else truth(t6)
    if t7 is True:
     if e4 is not None: t3.append(e4)
    elif t7 is not False: t3.append(merged((t7,)))
  return t3
 return f1

def p1():
 def f1(it):
  t2 = it.get('account') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    t5 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
    t6 = t5.get('restrictPublicBuckets') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
    t7 = t6 if t6 is True or t6 is False else truth(t6)
    if t7 is True:
     if e4 is not None: t3.append(e4)
    elif t7 is not False: t3.append(merged((t7,)))
  return t3
 return f1

def p2():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('blockPublicAcls') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p3():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('blockPublicPolicy') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p4():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('creationDate') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3
  t5 = truth(t4)
  if type(t5) is Unresolved: t4 = t5
  elif t5 is True:
   t6 = it.get('accountId') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t4 = t6
  return t4
 return f1

def p5():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('ignorePublicAcls') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p6():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('restrictPublicBuckets') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p7():
 k6 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('excluded') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('name') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  return t7
 return f1

def p8():
 k10 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('keys') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('ServerSideEncryptionConfiguration') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5.get('rules') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = element(t6, 0)
  t8 = t7.get('applyServerSideEncryptionByDefault') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
  t9 = t8.get('kmsMasterKeyID') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t11 = k10(t3, t9)
  return t11
 return f1

def p9():
 k14 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('AccessControlList') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('grantList') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t5 = []
   for e6 in t4:
    for e7 in e6 if type(e6) is list else (e6,):
     t8 = e7.get('grantee') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
     t9 = t8.get('id') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
     if t9 is not None: t5.append(t9)
  t10 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t11 = t10.get('AccessControlList') if type(t10) is dict else merged((t10,)) if type(t10) is Unresolved else None
  t12 = t11.get('owner') if type(t11) is dict else merged((t11,)) if type(t11) is Unresolved else None
  t13 = t12.get('id') if type(t12) is dict else merged((t12,)) if type(t12) is Unresolved else None
  t15 = k14(t5, t13)
  return t15
 return f1

def p10():
 k5 = CALLABLE['denies_insecure_transport'].run
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('BucketPolicy') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('policyText') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t6 = k5(t4)
  return t6
 return f1

def p11():
 k8 = CALLABLE['type'].run
 k10 = 'object'
 k13 = CALLABLE['length'].run
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('AccessControlList') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('grantList') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t5 = []
   for e6 in t4:
    t7 = e6.get('grantee') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
    t9 = k8(t7)
    t11 = equal(t9, k10) if type(t9) is Unresolved else t9 == k10
    if t11 is True:
     t12 = e6.get('grantee') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t12 is not None: t5.append(t12)
    elif t11 is not False: t5.append(merged((t11,)))
  t14 = k13(t5)
  return t14
 return f1

def p12():
 k10 = ['AllUsers', 'AuthenticatedUsers']
 k12 = CALLABLE['contains'].run
 k15 = ['FullControl', 'Read', 'ReadAcp']
 k17 = CALLABLE['contains'].run
 k19 = CALLABLE['map'].run
 def f2(it):
  t3 = it.get('permission') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  return t3
 def f1(it):
  t4 = reference(f2)
  t5 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = t5.get('AccessControlList') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = t6.get('grantList') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
  t8 = t7 if type(t7) is Unresolved else None
  if type(t7) is list:
   t8 = []
   for e9 in t7:
    t11 = e9.get('grantee') if type(e9) is dict else merged((e9,)) if type(e9) is Unresolved else None
    t13 = k12(k10, t11)
    t14 = t13
    if t14 is not False:
     t16 = e9.get('permission') if type(e9) is dict else merged((e9,)) if type(e9) is Unresolved else None
     t18 = k17(k15, t16)
     if t18 is False or t14 is True: t14 = t18
     elif t18 is not True: t14 = merged((t14, t18))
    if t14 is True:
     if e9 is not None: t8.append(e9)
    elif t14 is not False: t8.append(merged((t14,)))
  t20 = k19(t4, t8)
  return t20
 return f1

def p13():
 k10 = ['AllUsers', 'AuthenticatedUsers']
 k12 = CALLABLE['contains'].run
 k15 = ['FullControl', 'Write', 'WriteAcp']
 k17 = CALLABLE['contains'].run
 k19 = CALLABLE['map'].run
 def f2(it):
  t3 = it.get('permission') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  return t3
 def f1(it):
  t4 = reference(f2)
  t5 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = t5.get('AccessControlList') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = t6.get('grantList') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
  t8 = t7 if type(t7) is Unresolved else None
  if type(t7) is list:
   t8 = []
   for e9 in t7:
    t11 = e9.get('grantee') if type(e9) is dict else merged((e9,)) if type(e9) is Unresolved else None
    t13 = k12(k10, t11)
    t14 = t13
    if t14 is not False:
     t16 = e9.get('permission') if type(e9) is dict else merged((e9,)) if type(e9) is Unresolved else None
     t18 = k17(k15, t16)
     if t18 is False or t14 is True: t14 = t18
     elif t18 is not True: t14 = merged((t14, t18))
    if t14 is True:
     if e9 is not None: t8.append(e9)
    elif t14 is not False: t8.append(merged((t14,)))
  t20 = k19(t4, t8)
  return t20
 return f1

def p14():
 k5 = ['*']
 k8 = CALLABLE['outsiders_allowed'].run
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('BucketPolicy') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('policyText') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t6 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t7 = t6.get('trusted') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
  t9 = k8(t4, k5, t7)
  return t9
 return f1

def p15():
 k9 = CALLABLE['outsiders_allowed'].run
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('BucketPolicy') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('policyText') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = t5.get('actions') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = it if type(it) is Unresolved else None
  if it is not None and t7 is None:
   t8 = it.get('accountId') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t7 = [t8]
  t10 = k9(t4, t6, t7)
  return t10
 return f1

def p16():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('block_public_acls') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p17():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('block_public_policy') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p18():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('bucket') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p19():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('ignore_public_acls') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p20():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('keys') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p21():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('mfa_delete') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p22():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('mode') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p23():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('prefix') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p24():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('restrict_public_buckets') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p25():
 k5 = ['s3:Get*', 's3:List*']
 k6 = CALLABLE['public_statements'].run
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('BucketPolicy') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('policyText') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t7 = k6(t4, k5)
  return t7
 return f1

def p26():
 k7 = CALLABLE['public_statements'].run
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('BucketPolicy') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('policyText') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = t5.get('actions') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t8 = k7(t4, t6)
  return t8
 return f1

def p27():
 def f1(it):
  t2 = it.get('resourceId') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  return t2
 return f1

def p28():
 k8 = CALLABLE['type'].run
 k10 = 'object'
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('AccessControlList') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('grantList') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t5 = []
   for e6 in t4:
    t7 = e6.get('grantee') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
    t9 = k8(t7)
    t11 = equal(t9, k10) if type(t9) is Unresolved else t9 == k10
    if t11 is True:
     t12 = e6.get('grantee') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t12 is not None: t5.append(t12)
    elif t11 is not False: t5.append(merged((t11,)))
  return t5
 return f1

def p29():
 k8 = CALLABLE['type'].run
 k10 = 'string'
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('AccessControlList') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('grantList') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t5 = []
   for e6 in t4:
    t7 = e6.get('grantee') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
    t9 = k8(t7)
    t11 = equal(t9, k10) if type(t9) is Unresolved else t9 == k10
    if t11 is True:
     t12 = e6.get('grantee') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t12 is not None: t5.append(t12)
    elif t11 is not False: t5.append(merged((t11,)))
  return t5
 return f1

def p30():
 k8 = 'Enabled'
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('BucketLifecycleConfiguration') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('rules') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t5 = []
   for e6 in t4:
    t7 = e6.get('status') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
    t9 = equal(t7, k8) if type(t7) is Unresolved else t7 == k8
    t10 = t9
    if t10 is not False:
     t11 = e6.get('noncurrentVersionExpirationInDays') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     t12 = t11 if t11 is True or t11 is False else truth(t11)
     t13 = t12
     if t13 is not True:
      t14 = e6.get('noncurrentVersionExpiration') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
      t15 = t14 if t14 is True or t14 is False else truth(t14)
      if t15 is True or t13 is False: t13 = t15
      elif t15 is not False: t13 = merged((t13, t15))
     t16 = t13
     if t16 is not True:
      t17 = e6.get('noncurrentVersionTransitions') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
      t18 = t17 if t17 is True or t17 is False else truth(t17)
      if t18 is True or t16 is False: t16 = t18
      elif t18 is not False: t16 = merged((t16, t18))
     if t16 is False or t10 is True: t10 = t16
     elif t16 is not True: t10 = merged((t10, t16))
    if t10 is True:
     t19 = e6.get('status') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t19 is not None: t5.append(t19)
    elif t10 is not False: t5.append(merged((t10,)))
  return t5
 return f1

def p31():
 k8 = 'Enabled'
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('BucketLifecycleConfiguration') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('rules') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t5 = []
   for e6 in t4:
    t7 = e6.get('status') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
    t9 = equal(t7, k8) if type(t7) is Unresolved else t7 == k8
    if t9 is True:
     t10 = e6.get('status') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t10 is not None: t5.append(t10)
    elif t9 is not False: t5.append(merged((t9,)))
  return t5
 return f1

def p32():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('BucketLoggingConfiguration') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('destinationBucketName') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p33():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('BucketLoggingConfiguration') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('destinationBucketName') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = t5.get('bucket') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = equal(t4, t6)
  return t7
 return f1

def p34():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('BucketLoggingConfiguration') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('logFilePrefix') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = t5.get('prefix') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = equal(t4, t6)
  return t7
 return f1

def p35():
 k10 = 'Enabled'
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('BucketReplicationConfiguration') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('rules') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4 if type(t4) is Unresolved else None
  if type(t4) is dict:
   t5 = []
   for e6 in t4.values():
    t7 = e6.get('status') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
    if t7 is not None: t5.append(t7)
  t8 = t5 if type(t5) is Unresolved else None
  if type(t5) is list:
   t8 = []
   for e9 in t5:
    t11 = equal(e9, k10) if type(e9) is Unresolved else e9 == k10
    if t11 is True:
     if e9 is not None: t8.append(e9)
    elif t11 is not False: t8.append(merged((t11,)))
  return t8
 return f1

def p36():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('BucketVersioningConfiguration') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('isMfaDeleteEnabled') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p37():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('BucketVersioningConfiguration') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('status') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p38():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('ObjectLockConfiguration') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('objectLockEnabled') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p39():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('ObjectLockConfiguration') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('rule') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('defaultRetention') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5.get('mode') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  return t6
 return f1

def p40():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('ObjectLockConfiguration') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('rule') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('defaultRetention') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5.get('mode') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = t7.get('mode') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
  t9 = equal(t6, t8)
  return t9
 return f1

def p41():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('PublicAccessBlockConfiguration') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('blockPublicAcls') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p42():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('PublicAccessBlockConfiguration') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('blockPublicPolicy') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p43():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('PublicAccessBlockConfiguration') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('ignorePublicAcls') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p44():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('PublicAccessBlockConfiguration') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('restrictPublicBuckets') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p45():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('ServerSideEncryptionConfiguration') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('rules') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = element(t4, 0)
  t6 = t5.get('applyServerSideEncryptionByDefault') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = t6.get('sseAlgorithm') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
  return t7
 return f1

def p46():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('ServerSideEncryptionConfiguration') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('rules') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t5 = []
   for e6 in t4:
    for e7 in e6 if type(e6) is list else (e6,):
     t8 = e7.get('applyServerSideEncryptionByDefault') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
     t9 = t8.get('sseAlgorithm') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
     if t9 is not None: t5.append(t9)
  return t5
 return f1

EXPRESSIONS = {
 'account[?configuration.ignorePublicAcls]': p0,
 'account[?configuration.restrictPublicBuckets]': p1,
 'configuration.blockPublicAcls': p2,
 'configuration.blockPublicPolicy': p3,
 'configuration.creationDate && accountId': p4,
 'configuration.ignorePublicAcls': p5,
 'configuration.restrictPublicBuckets': p6,
 'contains(params.excluded, configuration.name)': p7,
 'contains(params.keys, supplementaryConfiguration.ServerSideEncryptionConfiguration .rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyID)': p8,
 'contains(supplementaryConfiguration.AccessControlList.grantList[].grantee.id, supplementaryConfiguration.AccessControlList.owner.id)': p9,
 'denies_insecure_transport(supplementaryConfiguration.BucketPolicy.policyText)': p10,
 "length(supplementaryConfiguration.AccessControlList.grantList[? type(grantee) == 'object'].grantee)": p11,
 'map(&permission, supplementaryConfiguration.AccessControlList.grantList[? contains(`["AllUsers", "AuthenticatedUsers"]`, grantee) && contains(`["FullControl", "Read", "ReadAcp"]`, permission)])': p12,
 'map(&permission, supplementaryConfiguration.AccessControlList.grantList[? contains(`["AllUsers", "AuthenticatedUsers"]`, grantee) && contains(`["FullControl", "Write", "WriteAcp"]`, permission)])': p13,
 'outsiders_allowed(supplementaryConfiguration.BucketPolicy.policyText, `["*"]`, params.trusted)': p14,
 'outsiders_allowed(supplementaryConfiguration.BucketPolicy.policyText, params.actions, [accountId])': p15,
 'params.block_public_acls': p16,
 'params.block_public_policy': p17,
 'params.bucket': p18,
 'params.ignore_public_acls': p19,
 'params.keys': p20,
 'params.mfa_delete': p21,
 'params.mode': p22,
 'params.prefix': p23,
 'params.restrict_public_buckets': p24,
 'public_statements(supplementaryConfiguration.BucketPolicy.policyText, `["s3:Get*", "s3:List*"]`)': p25,
 'public_statements(supplementaryConfiguration.BucketPolicy.policyText, params.actions)': p26,
 'resourceId': p27,
 "supplementaryConfiguration.AccessControlList.grantList[?type(grantee) == 'object'].grantee": p28,
 "supplementaryConfiguration.AccessControlList.grantList[?type(grantee) == 'string'].grantee": p29,
 "supplementaryConfiguration.BucketLifecycleConfiguration.rules[?status == 'Enabled' && (noncurrentVersionExpirationInDays || noncurrentVersionExpiration || noncurrentVersionTransitions)].status": p30,
 "supplementaryConfiguration.BucketLifecycleConfiguration.rules[?status == 'Enabled'].status": p31,
 'supplementaryConfiguration.BucketLoggingConfiguration.destinationBucketName': p32,
 'supplementaryConfiguration.BucketLoggingConfiguration.destinationBucketName == params.bucket': p33,
 'supplementaryConfiguration.BucketLoggingConfiguration.logFilePrefix == params.prefix': p34,
 "supplementaryConfiguration.BucketReplicationConfiguration.rules.*.status[?@ == 'Enabled']": p35,
 'supplementaryConfiguration.BucketVersioningConfiguration.isMfaDeleteEnabled': p36,
 'supplementaryConfiguration.BucketVersioningConfiguration.status': p37,
 'supplementaryConfiguration.ObjectLockConfiguration.objectLockEnabled': p38,
 'supplementaryConfiguration.ObjectLockConfiguration.rule.defaultRetention.mode': p39,
 'supplementaryConfiguration.ObjectLockConfiguration.rule.defaultRetention.mode == params.mode': p40,
 'supplementaryConfiguration.PublicAccessBlockConfiguration.blockPublicAcls': p41,
 'supplementaryConfiguration.PublicAccessBlockConfiguration.blockPublicPolicy': p42,
 'supplementaryConfiguration.PublicAccessBlockConfiguration.ignorePublicAcls': p43,
 'supplementaryConfiguration.PublicAccessBlockConfiguration.restrictPublicBuckets': p44,
 'supplementaryConfiguration.ServerSideEncryptionConfiguration .rules[0].applyServerSideEncryptionByDefault.sseAlgorithm': p45,
 'supplementaryConfiguration.ServerSideEncryptionConfiguration .rules[].applyServerSideEncryptionByDefault.sseAlgorithm': p46,
}
globals().update(RUNTIME)
