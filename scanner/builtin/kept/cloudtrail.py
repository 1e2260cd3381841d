"""What rules of cloudtrail compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it if type(it) is Unresolved else None
  if it is not None and t2 is None:
   t3 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t4 = t3.get('arn') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
   t5 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t6 = t5.get('keyId') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
   t2 = [t4, t6]
  return t2
 return f1

def p1():
 def f1(it):
  t2 = it.get('accountId') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  return t2
 return f1

def p2():
 k10 = CALLABLE['actions_allowed'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('groupPolicyList') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     t7 = e6.get('policyDocument') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t7 is not None: t4.append(t7)
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('actions') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t11 = k10(t4, t9)
  return t11
 return f1

def p3():
 k11 = CALLABLE['actions_allowed'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('policyVersionList') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('isDefaultVersion') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t7 = t6 if t6 is True or t6 is False else truth(t6)
    if t7 is True:
     t8 = e5.get('document') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     if t8 is not None: t4.append(t8)
    elif t7 is not False: t4.append(merged((t7,)))
  t9 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t10 = t9.get('actions') if type(t9) is dict else merged((t9,)) if type(t9) is Unresolved else None
  t12 = k11(t4, t10)
  return t12
 return f1

def p4():
 k10 = CALLABLE['actions_allowed'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('rolePolicyList') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     t7 = e6.get('policyDocument') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t7 is not None: t4.append(t7)
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('actions') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t11 = k10(t4, t9)
  return t11
 return f1

def p5():
 k10 = CALLABLE['actions_allowed'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('userPolicyList') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     t7 = e6.get('policyDocument') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t7 is not None: t4.append(t7)
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('actions') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t11 = k10(t4, t9)
  return t11
 return f1

def p6():
 k7 = ['s3:GetObject', 's3:GetObjectVersion']
 k16 = CALLABLE['beyond_own_prefix'].run
 def f1(it):
  t2 = it.get('bucket') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = element(t2, 0)
  t4 = t3.get('supplementaryConfiguration') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('BucketPolicy') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5.get('policyText') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t8 = it if type(it) is Unresolved else None
  if it is not None and t8 is None:
   t9 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t10 = t9.get('trusted') if type(t9) is dict else merged((t9,)) if type(t9) is Unresolved else None
   t11 = it if type(it) is Unresolved else None
   if it is not None and t11 is None:
    t12 = it.get('accountId') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
    t11 = [t12]
   t8 = [t10, t11]
  t13 = t8 if type(t8) is Unresolved else None
  if type(t8) is list:
   t13 = []
   for e14 in t8:
    for e15 in e14 if type(e14) is list else (e14,):
     if e15 is not None: t13.append(e15)
  t17 = k16(t6, k7, t13)
  return t17
 return f1

def p7():
 def f1(it):
  t2 = it.get('bucket') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    t5 = e4.get('supplementaryConfiguration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
    t6 = t5.get('IsRequesterPaysEnabled') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
    t7 = t6 if t6 is True or t6 is False else truth(t6)
    if t7 is True:
     t8 = e4.get('resourceId') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     if t8 is not None: t3.append(t8)
    elif t7 is not False: t3.append(merged((t7,)))
  return t3
 return f1

def p8():
 def f1(it):
  t2 = it.get('bucket') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('resourceId') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     if t6 is not None: t3.append(t6)
  return t3
 return f1

def p9():
 k15 = 'AllUsers'
 k19 = 'AuthenticatedUsers'
 def f1(it):
  t2 = it.get('bucket') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('supplementaryConfiguration') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t7 = t6.get('AccessControlList') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
     t8 = t7.get('grantList') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
     if t8 is not None: t3.append(t8)
  t9 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t9 = []
   for e10 in t3:
    for e11 in e10 if type(e10) is list else (e10,):
     if e11 is not None: t9.append(e11)
  t12 = t9 if type(t9) is Unresolved else None
  if type(t9) is list:
   t12 = []
   for e13 in t9:
    t14 = e13.get('grantee') if type(e13) is dict else merged((e13,)) if type(e13) is Unresolved else None
    t16 = equal(t14, k15) if type(t14) is Unresolved else t14 == k15
    t17 = t16
    if t17 is not True:
     t18 = e13.get('grantee') if type(e13) is dict else merged((e13,)) if type(e13) is Unresolved else None
     t20 = equal(t18, k19) if type(t18) is Unresolved else t18 == k19
     if t20 is True or t17 is False: t17 = t20
     elif t20 is not False: t17 = merged((t17, t20))
    if t17 is True:
     if e13 is not None: t12.append(e13)
    elif t17 is not False: t12.append(merged((t17,)))
  return t12
 return f1

def p10():
 k15 = 'Enabled'
 def f1(it):
  t2 = it.get('bucket') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('supplementaryConfiguration') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t7 = t6.get('BucketLifecycleConfiguration') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
     t8 = t7.get('rules') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
     if t8 is not None: t3.append(t8)
  t9 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t9 = []
   for e10 in t3:
    for e11 in e10 if type(e10) is list else (e10,):
     if e11 is not None: t9.append(e11)
  t12 = t9 if type(t9) is Unresolved else None
  if type(t9) is list:
   t12 = []
   for e13 in t9:
    t14 = e13.get('status') if type(e13) is dict else merged((e13,)) if type(e13) is Unresolved else None
    t16 = equal(t14, k15) if type(t14) is Unresolved else t14 == k15
    if t16 is True:
     if e13 is not None: t12.append(e13)
    elif t16 is not False: t12.append(merged((t16,)))
  return t12
 return f1

def p11():
 k15 = 'Enabled'
 def f1(it):
  t2 = it.get('bucket') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('supplementaryConfiguration') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t7 = t6.get('BucketLifecycleConfiguration') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
     t8 = t7.get('rules') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
     if t8 is not None: t3.append(t8)
  t9 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t9 = []
   for e10 in t3:
    for e11 in e10 if type(e10) is list else (e10,):
     if e11 is not None: t9.append(e11)
  t12 = t9 if type(t9) is Unresolved else None
  if type(t9) is list:
   t12 = []
   for e13 in t9:
    t14 = e13.get('status') if type(e13) is dict else merged((e13,)) if type(e13) is Unresolved else None
    t16 = equal(t14, k15) if type(t14) is Unresolved else t14 == k15
    if t16 is True:
     t17 = e13.get('expirationInDays') if type(e13) is dict else merged((e13,)) if type(e13) is Unresolved else None
     if t17 is not None: t12.append(t17)
    elif t16 is not False: t12.append(merged((t16,)))
  return t12
 return f1

def p12():
 def f1(it):
  t2 = it.get('bucket') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('supplementaryConfiguration') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t7 = t6.get('BucketLoggingConfiguration') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
     t8 = t7.get('destinationBucketName') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
     if t8 is not None: t3.append(t8)
  return t3
 return f1

def p13():
 def f1(it):
  t2 = it.get('bucket') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('supplementaryConfiguration') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t7 = t6.get('BucketVersioningConfiguration') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
     t8 = t7.get('isMfaDeleteEnabled') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
     if t8 is not None: t3.append(t8)
  return t3
 return f1

def p14():
 def f1(it):
  t2 = it.get('bucket') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('supplementaryConfiguration') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t7 = t6.get('BucketVersioningConfiguration') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
     t8 = t7.get('status') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
     if t8 is not None: t3.append(t8)
  return t3
 return f1

def p15():
 def f1(it):
  t2 = it.get('bucket') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('supplementaryConfiguration') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t7 = t6.get('ObjectLockConfiguration') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
     t8 = t7.get('rule') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
     t9 = t8.get('defaultRetention') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
     t10 = t9.get('mode') if type(t9) is dict else merged((t9,)) if type(t9) is Unresolved else None
     if t10 is not None: t3.append(t10)
  return t3
 return f1

def p16():
 def f1(it):
  t2 = it.get('bucket') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('supplementaryConfiguration') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t7 = t6.get('PublicAccessBlockConfiguration') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
     t8 = t7.get('blockPublicAcls') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
     if t8 is not None: t3.append(t8)
  return t3
 return f1

def p17():
 def f1(it):
  t2 = it.get('bucket') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('supplementaryConfiguration') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t7 = t6.get('PublicAccessBlockConfiguration') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
     t8 = t7.get('blockPublicPolicy') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
     if t8 is not None: t3.append(t8)
  return t3
 return f1

def p18():
 def f1(it):
  t2 = it.get('bucket') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('supplementaryConfiguration') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t7 = t6.get('PublicAccessBlockConfiguration') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
     t8 = t7.get('ignorePublicAcls') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
     if t8 is not None: t3.append(t8)
  return t3
 return f1

def p19():
 def f1(it):
  t2 = it.get('bucket') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('supplementaryConfiguration') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t7 = t6.get('PublicAccessBlockConfiguration') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
     t8 = t7.get('restrictPublicBuckets') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
     if t8 is not None: t3.append(t8)
  return t3
 return f1

def p20():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('altered') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p21():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('cloudWatchLogsLogGroupArn') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p22():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('hasInsightSelectors') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p23():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('homeRegion') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p24():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('includeGlobalServiceEvents') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p25():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('isMultiRegionTrail') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p26():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('kmsKeyId') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p27():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('logFileValidationEnabled') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p28():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('missing') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p29():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('organization') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p30():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('s3BucketName') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p31():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('snsTopicARN') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p32():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('snsTopicName') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p33():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('unproven') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p34():
 k6 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('administrators') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('arn') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  return t7
 return f1

def p35():
 k6 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('administrators') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('groupName') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  return t7
 return f1

def p36():
 k6 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('administrators') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('policyName') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  return t7
 return f1

def p37():
 k6 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('administrators') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('roleName') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  return t7
 return f1

def p38():
 k6 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('administrators') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('userName') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  return t7
 return f1

def p39():
 k21 = CALLABLE['delivering_trails'].run
 def f1(it):
  t2 = it.get('trails') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    t5 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
    t6 = t5.get('isMultiRegionTrail') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
    t7 = equal(t6, True) if type(t6) is Unresolved else t6 is True
    t8 = t7
    if t8 is not False:
     t9 = e4.get('supplementaryConfiguration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     t10 = t9.get('TrailStatus') if type(t9) is dict else merged((t9,)) if type(t9) is Unresolved else None
     t11 = t10.get('isLogging') if type(t10) is dict else merged((t10,)) if type(t10) is Unresolved else None
     t12 = equal(t11, False) if type(t11) is Unresolved else t11 is False
     t13 = negated(t12)
     if t13 is False or t8 is True: t8 = t13
     elif t13 is not True: t8 = merged((t8, t13))
    if t8 is True:
     if e4 is not None: t3.append(e4)
    elif t8 is not False: t3.append(merged((t8,)))
  t14 = it if type(it) is Unresolved else None
  if it is not None and t14 is None:
   t15 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t16 = t15.get('bucket') if type(t15) is dict else merged((t15,)) if type(t15) is Unresolved else None
   t17 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t18 = t17.get('topic') if type(t17) is dict else merged((t17,)) if type(t17) is Unresolved else None
   t19 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t20 = t19.get('log_group') if type(t19) is dict else merged((t19,)) if type(t19) is Unresolved else None
   t14 = [t16, t18, t20]
  t22 = k21(t3, t14)
  return t22
 return f1

def p40():
 k4 = 'CloudWatchLogsDelivery'
 k8 = CALLABLE['delivery_faults'].run
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('TrailStatus') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t5 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = t5.get('hours') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = it.get('now') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = k8(t3, k4, t6, t7)
  return t9
 return f1

def p41():
 k4 = 'Delivery'
 k8 = CALLABLE['delivery_faults'].run
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('TrailStatus') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t5 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = t5.get('hours') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = it.get('now') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = k8(t3, k4, t6, t7)
  return t9
 return f1

def p42():
 k7 = 'Enabled'
 def f1(it):
  t2 = it.get('key') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    t5 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
    t6 = t5.get('keyState') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
    t8 = equal(t6, k7) if type(t6) is Unresolved else t6 == k7
    t9 = negated(t8)
    if t9 is True:
     t10 = e4 if type(e4) is Unresolved else None
     if e4 is not None and t10 is None:
      t11 = e4.get('resourceId') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
      t12 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
      t13 = t12.get('keyState') if type(t12) is dict else merged((t12,)) if type(t12) is Unresolved else None
      t10 = {'key': t11, 'state': t13}
     if t10 is not None: t3.append(t10)
    elif t9 is not False: t3.append(merged((t9,)))
  return t3
 return f1

def p43():
 k4 = CALLABLE['logging_faults'].run
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('TrailStatus') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t5 = k4(t3)
  return t5
 return f1

def p44():
 k3 = CALLABLE['management_gaps'].run
 def f1(it):
  t2 = it if type(it) is Unresolved else None
  if it is not None and t2 is None:
   t2 = [it]
  t4 = k3(t2)
  return t4
 return f1

def p45():
 k26 = CALLABLE['management_gaps'].run
 def f1(it):
  t2 = it.get('trails') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    t5 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
    t6 = t5.get('isMultiRegionTrail') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
    t7 = equal(t6, True) if type(t6) is Unresolved else t6 is True
    t8 = t7
    if t8 is not False:
     t9 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     t10 = t9.get('includeGlobalServiceEvents') if type(t9) is dict else merged((t9,)) if type(t9) is Unresolved else None
     t11 = equal(t10, True) if type(t10) is Unresolved else t10 is True
     if t11 is False or t8 is True: t8 = t11
     elif t11 is not True: t8 = merged((t8, t11))
    t12 = t8
    if t12 is not False:
     t13 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     t14 = t13.get('logFileValidationEnabled') if type(t13) is dict else merged((t13,)) if type(t13) is Unresolved else None
     t15 = equal(t14, True) if type(t14) is Unresolved else t14 is True
     if t15 is False or t12 is True: t12 = t15
     elif t15 is not True: t12 = merged((t12, t15))
    t16 = t12
    if t16 is not False:
     t17 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     t18 = t17.get('kmsKeyId') if type(t17) is dict else merged((t17,)) if type(t17) is Unresolved else None
     t19 = t18 if t18 is True or t18 is False else truth(t18)
     if t19 is False or t16 is True: t16 = t19
     elif t19 is not True: t16 = merged((t16, t19))
    t20 = t16
    if t20 is not False:
     t21 = e4.get('supplementaryConfiguration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     t22 = t21.get('TrailStatus') if type(t21) is dict else merged((t21,)) if type(t21) is Unresolved else None
     t23 = t22.get('isLogging') if type(t22) is dict else merged((t22,)) if type(t22) is Unresolved else None
     t24 = equal(t23, False) if type(t23) is Unresolved else t23 is False
     t25 = negated(t24)
     if t25 is False or t20 is True: t20 = t25
     elif t25 is not True: t20 = merged((t20, t25))
    if t20 is True:
     if e4 is not None: t3.append(e4)
    elif t20 is not False: t3.append(merged((t20,)))
  t27 = k26(t3)
  return t27
 return f1

def p46():
 k23 = CALLABLE['management_gaps'].run
 def f1(it):
  t2 = it.get('trails') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    t5 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
    t6 = t5.get('isMultiRegionTrail') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
    t7 = equal(t6, True) if type(t6) is Unresolved else t6 is True
    t8 = t7
    if t8 is not False:
     t9 = e4.get('supplementaryConfiguration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     t10 = t9.get('TrailStatus') if type(t9) is dict else merged((t9,)) if type(t9) is Unresolved else None
     t11 = t10.get('isLogging') if type(t10) is dict else merged((t10,)) if type(t10) is Unresolved else None
     t12 = equal(t11, False) if type(t11) is Unresolved else t11 is False
     t13 = negated(t12)
     if t13 is False or t8 is True: t8 = t13
     elif t13 is not True: t8 = merged((t8, t13))
    if t8 is True:
     if e4 is not None: t3.append(e4)
    elif t8 is not False: t3.append(merged((t8,)))
  t14 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t15 = t14.get('events') if type(t14) is dict else merged((t14,)) if type(t14) is Unresolved else None
  t16 = it if type(it) is Unresolved else None
  if it is not None and t16 is None:
   t17 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t18 = t17.get('bucket') if type(t17) is dict else merged((t17,)) if type(t17) is Unresolved else None
   t19 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t20 = t19.get('topic') if type(t19) is dict else merged((t19,)) if type(t19) is Unresolved else None
   t21 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t22 = t21.get('log_group') if type(t21) is dict else merged((t21,)) if type(t21) is Unresolved else None
   t16 = [t18, t20, t22]
  t24 = k23(t3, t15, t16)
  return t24
 return f1

def p47():
 k15 = 'Enabled'
 k18 = CALLABLE['min'].run
 def f1(it):
  t2 = it.get('bucket') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('supplementaryConfiguration') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t7 = t6.get('BucketLifecycleConfiguration') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
     t8 = t7.get('rules') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
     if t8 is not None: t3.append(t8)
  t9 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t9 = []
   for e10 in t3:
    for e11 in e10 if type(e10) is list else (e10,):
     if e11 is not None: t9.append(e11)
  t12 = t9 if type(t9) is Unresolved else None
  if type(t9) is list:
   t12 = []
   for e13 in t9:
    t14 = e13.get('status') if type(e13) is dict else merged((e13,)) if type(e13) is Unresolved else None
    t16 = equal(t14, k15) if type(t14) is Unresolved else t14 == k15
    if t16 is True:
     t17 = e13.get('expirationInDays') if type(e13) is dict else merged((e13,)) if type(e13) is Unresolved else None
     if t17 is not None: t12.append(t17)
    elif t16 is not False: t12.append(merged((t16,)))
  t19 = k18(t12)
  t20 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t21 = t20.get('days') if type(t20) is dict else merged((t20,)) if type(t20) is Unresolved else None
  t22 = ordered('gte', t19, t21)
  return t22
 return f1

def p48():
 k7 = ['s3:PutObject']
 k12 = 'cloudtrail.amazonaws.com'
 k16 = CALLABLE['outsiders_allowed'].run
 def f1(it):
  t2 = it.get('bucket') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = element(t2, 0)
  t4 = t3.get('supplementaryConfiguration') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('BucketPolicy') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5.get('policyText') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t8 = it if type(it) is Unresolved else None
  if it is not None and t8 is None:
   t9 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t10 = t9.get('trusted') if type(t9) is dict else merged((t9,)) if type(t9) is Unresolved else None
   t11 = it if type(it) is Unresolved else None
   if it is not None and t11 is None:
    t11 = [k12]
   t8 = [t10, t11]
  t13 = t8 if type(t8) is Unresolved else None
  if type(t8) is list:
   t13 = []
   for e14 in t8:
    for e15 in e14 if type(e14) is list else (e14,):
     if e15 is not None: t13.append(e15)
  t17 = k16(t6, k7, t13)
  return t17
 return f1

def p49():
 k7 = ['s3:PutObject']
 k14 = 'aws:SourceArn'
 k15 = 'aws:SourceAccount'
 k16 = 'aws:SourceOrgID'
 k20 = CALLABLE['outsiders_allowed'].run
 def f1(it):
  t2 = it.get('bucket') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = element(t2, 0)
  t4 = t3.get('supplementaryConfiguration') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('BucketPolicy') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5.get('policyText') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t8 = it if type(it) is Unresolved else None
  if it is not None and t8 is None:
   t9 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t10 = t9.get('trusted') if type(t9) is dict else merged((t9,)) if type(t9) is Unresolved else None
   t11 = it if type(it) is Unresolved else None
   if it is not None and t11 is None:
    t12 = it.get('accountId') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
    t11 = [t12]
   t13 = it if type(it) is Unresolved else None
   if it is not None and t13 is None:
    t13 = [k14, k15, k16]
   t8 = [t10, t11, t13]
  t17 = t8 if type(t8) is Unresolved else None
  if type(t8) is list:
   t17 = []
   for e18 in t8:
    for e19 in e18 if type(e18) is list else (e18,):
     if e19 is not None: t17.append(e19)
  t21 = k20(t6, k7, t17)
  return t21
 return f1

def p50():
 k6 = ['kms:Decrypt']
 k13 = 'aws:SourceArn'
 k14 = 'aws:SourceAccount'
 k18 = CALLABLE['outsiders_allowed'].run
 def f1(it):
  t2 = it.get('key') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = element(t2, 0)
  t4 = t3.get('supplementaryConfiguration') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('Policy') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = it if type(it) is Unresolved else None
  if it is not None and t7 is None:
   t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t9 = t8.get('trusted') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
   t10 = it if type(it) is Unresolved else None
   if it is not None and t10 is None:
    t11 = it.get('accountId') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
    t10 = [t11]
   t12 = it if type(it) is Unresolved else None
   if it is not None and t12 is None:
    t12 = [k13, k14]
   t7 = [t9, t10, t12]
  t15 = t7 if type(t7) is Unresolved else None
  if type(t7) is list:
   t15 = []
   for e16 in t7:
    for e17 in e16 if type(e16) is list else (e16,):
     if e17 is not None: t15.append(e17)
  t19 = k18(t5, k6, t15)
  return t19
 return f1

def p51():
 k6 = ['kms:GenerateDataKey']
 k13 = 'aws:SourceArn'
 k14 = 'aws:SourceAccount'
 k15 = 'aws:SourceOrgID'
 k19 = CALLABLE['outsiders_allowed'].run
 k24 = 'cloudtrail.amazonaws.com'
 def f1(it):
  t2 = it.get('key') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = element(t2, 0)
  t4 = t3.get('supplementaryConfiguration') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('Policy') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = it if type(it) is Unresolved else None
  if it is not None and t7 is None:
   t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t9 = t8.get('trusted') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
   t10 = it if type(it) is Unresolved else None
   if it is not None and t10 is None:
    t11 = it.get('accountId') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
    t10 = [t11]
   t12 = it if type(it) is Unresolved else None
   if it is not None and t12 is None:
    t12 = [k13, k14, k15]
   t7 = [t9, t10, t12]
  t16 = t7 if type(t7) is Unresolved else None
  if type(t7) is list:
   t16 = []
   for e17 in t7:
    for e18 in e17 if type(e17) is list else (e17,):
     if e18 is not None: t16.append(e18)
  t20 = k19(t5, k6, t16)
  t21 = t20 if type(t20) is Unresolved else None
  if type(t20) is list:
   t21 = []
   for e22 in t20:
    t23 = e22.get('principal') if type(e22) is dict else merged((e22,)) if type(e22) is Unresolved else None
    t25 = equal(t23, k24) if type(t23) is Unresolved else t23 == k24
    if t25 is True:
     if e22 is not None: t21.append(e22)
    elif t25 is not False: t21.append(merged((t25,)))
  return t21
 return f1

def p52():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('hours') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p53():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('management') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p54():
 k7 = CALLABLE['public_statements'].run
 def f1(it):
  t2 = it.get('bucket') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = element(t2, 0)
  t4 = t3.get('supplementaryConfiguration') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('BucketPolicy') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5.get('policyText') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t8 = k7(t6)
  return t8
 return f1

def p55():
 def f1(it):
  t2 = it.get('resourceId') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  return t2
 return f1

def p56():
 k14 = 'ReadOnly'
 k15 = CALLABLE['s3_object_gaps'].run
 def f1(it):
  t2 = it.get('trails') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    t5 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
    t6 = t5.get('isMultiRegionTrail') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
    t7 = equal(t6, True) if type(t6) is Unresolved else t6 is True
    t8 = t7
    if t8 is not False:
     t9 = e4.get('supplementaryConfiguration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     t10 = t9.get('TrailStatus') if type(t9) is dict else merged((t9,)) if type(t9) is Unresolved else None
     t11 = t10.get('isLogging') if type(t10) is dict else merged((t10,)) if type(t10) is Unresolved else None
     t12 = equal(t11, False) if type(t11) is Unresolved else t11 is False
     t13 = negated(t12)
     if t13 is False or t8 is True: t8 = t13
     elif t13 is not True: t8 = merged((t8, t13))
    if t8 is True:
     if e4 is not None: t3.append(e4)
    elif t8 is not False: t3.append(merged((t8,)))
  t16 = k15(t3, k14)
  return t16
 return f1

def p57():
 k14 = 'WriteOnly'
 k15 = CALLABLE['s3_object_gaps'].run
 def f1(it):
  t2 = it.get('trails') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    t5 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
    t6 = t5.get('isMultiRegionTrail') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
    t7 = equal(t6, True) if type(t6) is Unresolved else t6 is True
    t8 = t7
    if t8 is not False:
     t9 = e4.get('supplementaryConfiguration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     t10 = t9.get('TrailStatus') if type(t9) is dict else merged((t9,)) if type(t9) is Unresolved else None
     t11 = t10.get('isLogging') if type(t10) is dict else merged((t10,)) if type(t10) is Unresolved else None
     t12 = equal(t11, False) if type(t11) is Unresolved else t11 is False
     t13 = negated(t12)
     if t13 is False or t8 is True: t8 = t13
     elif t13 is not True: t8 = merged((t8, t13))
    if t8 is True:
     if e4 is not None: t3.append(e4)
    elif t8 is not False: t3.append(merged((t8,)))
  t16 = k15(t3, k14)
  return t16
 return f1

def p58():
 k10 = 'All'
 k13 = CALLABLE['s3_object_gaps'].run
 def f1(it):
  t2 = it.get('trails') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    t5 = e4.get('supplementaryConfiguration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
    t6 = t5.get('TrailStatus') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
    t7 = t6.get('isLogging') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
    t8 = equal(t7, False) if type(t7) is Unresolved else t7 is False
    t9 = negated(t8)
    if t9 is True:
     if e4 is not None: t3.append(e4)
    elif t9 is not False: t3.append(merged((t9,)))
  t11 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t12 = t11.get('buckets') if type(t11) is dict else merged((t11,)) if type(t11) is Unresolved else None
  t14 = k13(t3, k10, t12)
  return t14
 return f1

def p59():
 k6 = 'kms:GenerateDataKey'
 k7 = CALLABLE['services_allowed'].run
 k12 = 'cloudtrail.amazonaws.com'
 def f1(it):
  t2 = it.get('key') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = element(t2, 0)
  t4 = t3.get('supplementaryConfiguration') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('Policy') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t8 = k7(t5, k6)
  t9 = t8 if type(t8) is Unresolved else None
  if type(t8) is list:
   t9 = []
   for e10 in t8:
    t11 = e10.get('principal') if type(e10) is dict else merged((e10,)) if type(e10) is Unresolved else None
    t13 = equal(t11, k12) if type(t11) is Unresolved else t11 == k12
    if t13 is True:
     if e10 is not None: t9.append(e10)
    elif t13 is not False: t9.append(merged((t13,)))
  return t9
 return f1

def p60():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('TrailStatus') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('latestDeliveryError') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p61():
 def f1(it):
  t2 = it.get('tags') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  return t2
 return f1

def p62():
 def f1(it):
  t2 = it.get('trails') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    t5 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
    t6 = t5.get('isMultiRegionTrail') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
    t7 = t6 if t6 is True or t6 is False else truth(t6)
    if t7 is True:
     t8 = e4.get('resourceId') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     if t8 is not None: t3.append(t8)
    elif t7 is not False: t3.append(merged((t7,)))
  return t3
 return f1

def p63():
 def f1(it):
  t2 = it.get('trails') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    t5 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
    t6 = t5.get('isOrganizationTrail') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
    t7 = equal(t6, True) if type(t6) is Unresolved else t6 is True
    t8 = t7
    if t8 is not False:
     t9 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     t10 = t9.get('isMultiRegionTrail') if type(t9) is dict else merged((t9,)) if type(t9) is Unresolved else None
     t11 = equal(t10, True) if type(t10) is Unresolved else t10 is True
     if t11 is False or t8 is True: t8 = t11
     elif t11 is not True: t8 = merged((t8, t11))
    t12 = t8
    if t12 is not False:
     t13 = e4.get('supplementaryConfiguration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     t14 = t13.get('TrailStatus') if type(t13) is dict else merged((t13,)) if type(t13) is Unresolved else None
     t15 = t14.get('isLogging') if type(t14) is dict else merged((t14,)) if type(t14) is Unresolved else None
     t16 = equal(t15, False) if type(t15) is Unresolved else t15 is False
     t17 = negated(t16)
     if t17 is False or t12 is True: t12 = t17
     elif t17 is not True: t12 = merged((t12, t17))
    if t12 is True:
     t18 = e4.get('resourceId') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     if t18 is not None: t3.append(t18)
    elif t12 is not False: t3.append(merged((t12,)))
  return t3
 return f1

EXPRESSIONS = {
 '[configuration.arn, configuration.keyId]': p0,
 'accountId': p1,
 'actions_allowed(configuration.groupPolicyList[].policyDocument, params.actions)': p2,
 'actions_allowed(configuration.policyVersionList[?isDefaultVersion].document, params.actions)': p3,
 'actions_allowed(configuration.rolePolicyList[].policyDocument, params.actions)': p4,
 'actions_allowed(configuration.userPolicyList[].policyDocument, params.actions)': p5,
 'beyond_own_prefix(bucket[0].supplementaryConfiguration.BucketPolicy.policyText, `["s3:GetObject", "s3:GetObjectVersion"]`, [params.trusted, [accountId]][])': p6,
 'bucket[?supplementaryConfiguration.IsRequesterPaysEnabled].resourceId': p7,
 'bucket[].resourceId': p8,
 "bucket[].supplementaryConfiguration.AccessControlList.grantList[] | [?grantee == 'AllUsers' || grantee == 'AuthenticatedUsers']": p9,
 "bucket[].supplementaryConfiguration.BucketLifecycleConfiguration.rules[] | [?status == 'Enabled']": p10,
 "bucket[].supplementaryConfiguration.BucketLifecycleConfiguration.rules[] | [?status == 'Enabled'].expirationInDays": p11,
 'bucket[].supplementaryConfiguration.BucketLoggingConfiguration.destinationBucketName': p12,
 'bucket[].supplementaryConfiguration.BucketVersioningConfiguration.isMfaDeleteEnabled': p13,
 'bucket[].supplementaryConfiguration.BucketVersioningConfiguration.status': p14,
 'bucket[].supplementaryConfiguration.ObjectLockConfiguration.rule.defaultRetention.mode': p15,
 'bucket[].supplementaryConfiguration.PublicAccessBlockConfiguration.blockPublicAcls': p16,
 'bucket[].supplementaryConfiguration.PublicAccessBlockConfiguration.blockPublicPolicy': p17,
 'bucket[].supplementaryConfiguration.PublicAccessBlockConfiguration.ignorePublicAcls': p18,
 'bucket[].supplementaryConfiguration.PublicAccessBlockConfiguration.restrictPublicBuckets': p19,
 'configuration.altered': p20,
 'configuration.cloudWatchLogsLogGroupArn': p21,
 'configuration.hasInsightSelectors': p22,
 'configuration.homeRegion': p23,
 'configuration.includeGlobalServiceEvents': p24,
 'configuration.isMultiRegionTrail': p25,
 'configuration.kmsKeyId': p26,
 'configuration.logFileValidationEnabled': p27,
 'configuration.missing': p28,
 'configuration.organization': p29,
 'configuration.s3BucketName': p30,
 'configuration.snsTopicARN': p31,
 'configuration.snsTopicName': p32,
 'configuration.unproven': p33,
 'contains(params.administrators, configuration.arn)': p34,
 'contains(params.administrators, configuration.groupName)': p35,
 'contains(params.administrators, configuration.policyName)': p36,
 'contains(params.administrators, configuration.roleName)': p37,
 'contains(params.administrators, configuration.userName)': p38,
 'delivering_trails(trails[?configuration.isMultiRegionTrail == `true` && supplementaryConfiguration.TrailStatus.isLogging != `false`], [params.bucket, params.topic, params.log_group])': p39,
 "delivery_faults(supplementaryConfiguration.TrailStatus, 'CloudWatchLogsDelivery', params.hours, now)": p40,
 "delivery_faults(supplementaryConfiguration.TrailStatus, 'Delivery', params.hours, now)": p41,
 "key[?configuration.keyState != 'Enabled'] .{key: resourceId, state: configuration.keyState}": p42,
 'logging_faults(supplementaryConfiguration.TrailStatus)': p43,
 'management_gaps([@])': p44,
 'management_gaps(trails[?configuration.isMultiRegionTrail == `true` && configuration.includeGlobalServiceEvents == `true` && configuration.logFileValidationEnabled == `true` && configuration.kmsKeyId && supplementaryConfiguration.TrailStatus.isLogging != `false`])': p45,
 'management_gaps(trails[?configuration.isMultiRegionTrail == `true` && supplementaryConfiguration.TrailStatus.isLogging != `false`], params.events, [params.bucket, params.topic, params.log_group])': p46,
 "min(bucket[].supplementaryConfiguration.BucketLifecycleConfiguration.rules[] | [?status == 'Enabled'].expirationInDays) >= params.days": p47,
 'outsiders_allowed(bucket[0].supplementaryConfiguration.BucketPolicy.policyText, `["s3:PutObject"]`, [params.trusted, [\'cloudtrail.amazonaws.com\']][])': p48,
 'outsiders_allowed(bucket[0].supplementaryConfiguration.BucketPolicy.policyText, `["s3:PutObject"]`, [params.trusted, [accountId], [\'aws:SourceArn\', \'aws:SourceAccount\', \'aws:SourceOrgID\']][])': p49,
 'outsiders_allowed(key[0].supplementaryConfiguration.Policy, `["kms:Decrypt"]`, [params.trusted, [accountId], [\'aws:SourceArn\', \'aws:SourceAccount\']][])': p50,
 'outsiders_allowed(key[0].supplementaryConfiguration.Policy, `["kms:GenerateDataKey"]`, [params.trusted, [accountId], [\'aws:SourceArn\', \'aws:SourceAccount\', \'aws:SourceOrgID\']][]) [?principal == \'cloudtrail.amazonaws.com\']': p51,
 'params.hours': p52,
 'params.management': p53,
 'public_statements(bucket[0].supplementaryConfiguration.BucketPolicy.policyText)': p54,
 'resourceId': p55,
 "s3_object_gaps(trails[?configuration.isMultiRegionTrail == `true` && supplementaryConfiguration.TrailStatus.isLogging != `false`], 'ReadOnly')": p56,
 "s3_object_gaps(trails[?configuration.isMultiRegionTrail == `true` && supplementaryConfiguration.TrailStatus.isLogging != `false`], 'WriteOnly')": p57,
 "s3_object_gaps(trails[?supplementaryConfiguration.TrailStatus.isLogging != `false`], 'All', params.buckets)": p58,
 "services_allowed(key[0].supplementaryConfiguration.Policy, 'kms:GenerateDataKey') [?principal == 'cloudtrail.amazonaws.com']": p59,
 'supplementaryConfiguration.TrailStatus.latestDeliveryError': p60,
 'tags': p61,
 'trails[?configuration.isMultiRegionTrail].resourceId': p62,
 'trails[?configuration.isOrganizationTrail == `true` && configuration.isMultiRegionTrail == `true` && supplementaryConfiguration.TrailStatus.isLogging != `false`].resourceId': p63,
}
globals().update(RUNTIME)
