"""What rules of config compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it.get('accountId') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  return t2
 return f1

def p1():
 def f1(it):
  t2 = it.get('awsRegion') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  return t2
 return f1

def p2():
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

def p3():
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

def p4():
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

def p5():
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

def p6():
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

def p7():
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

def p8():
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

def p9():
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

def p10():
 def f1(it):
  t2 = it.get('channels') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('configuration') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t7 = t6.get('S3BucketName') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
     if t7 is not None: t3.append(t7)
  return t3
 return f1

def p11():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('Recording') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p12():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('RecordingGroup') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('AllSupported') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p13():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('RecordingGroup') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('ExclusionByResourceTypes') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('ResourceTypes') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  return t5
 return f1

def p14():
 k8 = 'CONTINUOUS'
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('RecordingMode') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('RecordingModeOverrides') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t5 = []
   for e6 in t4:
    t7 = e6.get('RecordingFrequency') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
    t9 = equal(t7, k8) if type(t7) is Unresolved else t7 == k8
    t10 = negated(t9)
    if t10 is True:
     t11 = e6.get('ResourceTypes') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t11 is not None: t5.append(t11)
    elif t10 is not False: t5.append(merged((t10,)))
  t12 = t5 if type(t5) is Unresolved else None
  if type(t5) is list:
   t12 = []
   for e13 in t5:
    for e14 in e13 if type(e13) is list else (e13,):
     if e14 is not None: t12.append(e14)
  return t12
 return f1

def p15():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('RoleARN') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p16():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('S3BucketName') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p17():
 k5 = 'CONTINUOUS'
 k6 = CALLABLE['not_null'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('RecordingMode') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('RecordingFrequency') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t7 = k6(t4, k5)
  return t7
 return f1

def p18():
 k8 = 's3:PutObject'
 k9 = 's3:DeleteObject'
 k10 = 's3:DeleteObjectVersion'
 k13 = CALLABLE['outsiders_allowed'].run
 def f1(it):
  t2 = it.get('bucket') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = element(t2, 0)
  t4 = t3.get('supplementaryConfiguration') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('BucketPolicy') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5.get('policyText') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = it if type(it) is Unresolved else None
  if it is not None and t7 is None:
   t7 = [k8, k9, k10]
  t11 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t12 = t11.get('trusted') if type(t11) is dict else merged((t11,)) if type(t11) is Unresolved else None
  t14 = k13(t6, t7, t12)
  return t14
 return f1

def p19():
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

def p20():
 k18 = 'EXCLUSION_BY_RESOURCE_TYPES'
 k27 = 'AWS::IAM::'
 k28 = CALLABLE['starts_with'].run
 def f1(it):
  t2 = it.get('recorders') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    t5 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
    t6 = t5.get('Recording') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
    t7 = equal(t6, True) if type(t6) is Unresolved else t6 is True
    t8 = t7
    if t8 is not False:
     t9 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     t10 = t9.get('RecordingGroup') if type(t9) is dict else merged((t9,)) if type(t9) is Unresolved else None
     t11 = t10.get('IncludeGlobalResourceTypes') if type(t10) is dict else merged((t10,)) if type(t10) is Unresolved else None
     t12 = equal(t11, True) if type(t11) is Unresolved else t11 is True
     t13 = t12
     if t13 is not True:
      t14 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
      t15 = t14.get('RecordingGroup') if type(t14) is dict else merged((t14,)) if type(t14) is Unresolved else None
      t16 = t15.get('RecordingStrategy') if type(t15) is dict else merged((t15,)) if type(t15) is Unresolved else None
      t17 = t16.get('UseOnly') if type(t16) is dict else merged((t16,)) if type(t16) is Unresolved else None
      t19 = equal(t17, k18) if type(t17) is Unresolved else t17 == k18
      t20 = t19
      if t20 is not False:
       t21 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
       t22 = t21.get('RecordingGroup') if type(t21) is dict else merged((t21,)) if type(t21) is Unresolved else None
       t23 = t22.get('ExclusionByResourceTypes') if type(t22) is dict else merged((t22,)) if type(t22) is Unresolved else None
       t24 = t23.get('ResourceTypes') if type(t23) is dict else merged((t23,)) if type(t23) is Unresolved else None
       t25 = t24 if type(t24) is Unresolved else None
       if type(t24) is list:
        t25 = []
        for e26 in t24:
         t29 = k28(e26, k27)
         if t29 is True:
          if e26 is not None: t25.append(e26)
         elif t29 is not False: t25.append(merged((t29,)))
       t30 = t25 if t25 is True or t25 is False else truth(t25)
       t31 = negated(t30)
       if t31 is False or t20 is True: t20 = t31
       elif t31 is not True: t20 = merged((t20, t31))
      if t20 is True or t13 is False: t13 = t20
      elif t20 is not False: t13 = merged((t13, t20))
     if t13 is False or t8 is True: t8 = t13
     elif t13 is not True: t8 = merged((t8, t13))
    if t8 is True:
     t32 = e4 if type(e4) is Unresolved else None
     if e4 is not None and t32 is None:
      t33 = e4.get('awsRegion') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
      t34 = e4.get('resourceId') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
      t32 = {'region': t33, 'recorder': t34}
     if t32 is not None: t3.append(t32)
    elif t8 is not False: t3.append(merged((t8,)))
  return t3
 return f1

def p21():
 def f1(it):
  t2 = it.get('recorders') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    t5 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
    t6 = t5.get('Recording') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
    t7 = equal(t6, True) if type(t6) is Unresolved else t6 is True
    t8 = t7
    if t8 is not False:
     t9 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     t10 = t9.get('RecordingGroup') if type(t9) is dict else merged((t9,)) if type(t9) is Unresolved else None
     t11 = t10.get('AllSupported') if type(t10) is dict else merged((t10,)) if type(t10) is Unresolved else None
     t12 = equal(t11, True) if type(t11) is Unresolved else t11 is True
     if t12 is False or t8 is True: t8 = t12
     elif t12 is not True: t8 = merged((t8, t12))
    t13 = t8
    if t13 is not False:
     t14 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     t15 = t14.get('RecordingGroup') if type(t14) is dict else merged((t14,)) if type(t14) is Unresolved else None
     t16 = t15.get('ExclusionByResourceTypes') if type(t15) is dict else merged((t15,)) if type(t15) is Unresolved else None
     t17 = t16.get('ResourceTypes') if type(t16) is dict else merged((t16,)) if type(t16) is Unresolved else None
     t18 = t17 if t17 is True or t17 is False else truth(t17)
     t19 = negated(t18)
     if t19 is False or t13 is True: t13 = t19
     elif t19 is not True: t13 = merged((t13, t19))
    if t13 is True:
     t20 = e4.get('resourceId') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     if t20 is not None: t3.append(t20)
    elif t13 is not False: t3.append(merged((t13,)))
  return t3
 return f1

def p22():
 def f1(it):
  t2 = it.get('resourceId') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  return t2
 return f1

def p23():
 k7 = 's3:PutObject'
 k8 = CALLABLE['services_allowed'].run
 k13 = 'config.amazonaws.com'
 k18 = 'cloudtrail.amazonaws.com'
 k23 = 'delivery.logs.amazonaws.com'
 def f1(it):
  t2 = it.get('bucket') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = element(t2, 0)
  t4 = t3.get('supplementaryConfiguration') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('BucketPolicy') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5.get('policyText') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t9 = k8(t6, k7)
  t10 = t9 if type(t9) is Unresolved else None
  if type(t9) is list:
   t10 = []
   for e11 in t9:
    t12 = e11.get('principal') if type(e11) is dict else merged((e11,)) if type(e11) is Unresolved else None
    t14 = equal(t12, k13) if type(t12) is Unresolved else t12 == k13
    t15 = negated(t14)
    t16 = t15
    if t16 is not False:
     t17 = e11.get('principal') if type(e11) is dict else merged((e11,)) if type(e11) is Unresolved else None
     t19 = equal(t17, k18) if type(t17) is Unresolved else t17 == k18
     t20 = negated(t19)
     if t20 is False or t16 is True: t16 = t20
     elif t20 is not True: t16 = merged((t16, t20))
    t21 = t16
    if t21 is not False:
     t22 = e11.get('principal') if type(e11) is dict else merged((e11,)) if type(e11) is Unresolved else None
     t24 = equal(t22, k23) if type(t22) is Unresolved else t22 == k23
     t25 = negated(t24)
     if t25 is False or t21 is True: t21 = t25
     elif t25 is not True: t21 = merged((t21, t25))
    if t21 is True:
     if e11 is not None: t10.append(e11)
    elif t21 is not False: t10.append(merged((t21,)))
  return t10
 return f1

def p24():
 k5 = CALLABLE['snapshot_hours'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('ConfigSnapshotDeliveryProperties') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('DeliveryFrequency') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t6 = k5(t4)
  t7 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = t7.get('hours') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
  t9 = ordered('lte', t6, t8)
  return t9
 return f1

def p25():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('DeliveryChannelStatus') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('ConfigHistoryDeliveryInfo') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('LastStatus') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  return t5
 return f1

def p26():
 k13 = CALLABLE['days_between'].run
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('DeliveryChannelStatus') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('ConfigHistoryDeliveryInfo') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('LastSuccessfulTime') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5
  t7 = truth(t6)
  if type(t7) is Unresolved: t6 = t7
  elif t7 is True:
   t8 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t9 = t8.get('DeliveryChannelStatus') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
   t10 = t9.get('ConfigHistoryDeliveryInfo') if type(t9) is dict else merged((t9,)) if type(t9) is Unresolved else None
   t11 = t10.get('LastSuccessfulTime') if type(t10) is dict else merged((t10,)) if type(t10) is Unresolved else None
   t12 = it.get('now') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t14 = k13(t11, t12)
   t15 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t16 = t15.get('days') if type(t15) is dict else merged((t15,)) if type(t15) is Unresolved else None
   t17 = ordered('lte', t14, t16)
   t6 = t17
  return t6
 return f1

def p27():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('DeliveryChannelStatus') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('ConfigSnapshotDeliveryInfo') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('LastStatus') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  return t5
 return f1

def p28():
 k13 = CALLABLE['days_between'].run
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('DeliveryChannelStatus') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('ConfigSnapshotDeliveryInfo') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('LastSuccessfulTime') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5
  t7 = truth(t6)
  if type(t7) is Unresolved: t6 = t7
  elif t7 is True:
   t8 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t9 = t8.get('DeliveryChannelStatus') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
   t10 = t9.get('ConfigSnapshotDeliveryInfo') if type(t9) is dict else merged((t9,)) if type(t9) is Unresolved else None
   t11 = t10.get('LastSuccessfulTime') if type(t10) is dict else merged((t10,)) if type(t10) is Unresolved else None
   t12 = it.get('now') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t14 = k13(t11, t12)
   t15 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t16 = t15.get('days') if type(t15) is dict else merged((t15,)) if type(t15) is Unresolved else None
   t17 = ordered('lte', t14, t16)
   t6 = t17
  return t6
 return f1

def p29():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('RecorderStatus') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('LastStatus') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

EXPRESSIONS = {
 'accountId': p0,
 'awsRegion': p1,
 "bucket[].supplementaryConfiguration.AccessControlList.grantList[] | [?grantee == 'AllUsers' || grantee == 'AuthenticatedUsers']": p2,
 'bucket[].supplementaryConfiguration.BucketLoggingConfiguration.destinationBucketName': p3,
 'bucket[].supplementaryConfiguration.BucketVersioningConfiguration.isMfaDeleteEnabled': p4,
 'bucket[].supplementaryConfiguration.BucketVersioningConfiguration.status': p5,
 'bucket[].supplementaryConfiguration.PublicAccessBlockConfiguration.blockPublicAcls': p6,
 'bucket[].supplementaryConfiguration.PublicAccessBlockConfiguration.blockPublicPolicy': p7,
 'bucket[].supplementaryConfiguration.PublicAccessBlockConfiguration.ignorePublicAcls': p8,
 'bucket[].supplementaryConfiguration.PublicAccessBlockConfiguration.restrictPublicBuckets': p9,
 'channels[].configuration.S3BucketName': p10,
 'configuration.Recording': p11,
 'configuration.RecordingGroup.AllSupported': p12,
 'configuration.RecordingGroup.ExclusionByResourceTypes.ResourceTypes': p13,
 "configuration.RecordingMode.RecordingModeOverrides [?RecordingFrequency != 'CONTINUOUS'].ResourceTypes[]": p14,
 'configuration.RoleARN': p15,
 'configuration.S3BucketName': p16,
 "not_null(configuration.RecordingMode.RecordingFrequency, 'CONTINUOUS')": p17,
 "outsiders_allowed(bucket[0].supplementaryConfiguration.BucketPolicy.policyText, ['s3:PutObject', 's3:DeleteObject', 's3:DeleteObjectVersion'], params.trusted)": p18,
 'public_statements(bucket[0].supplementaryConfiguration.BucketPolicy.policyText)': p19,
 "recorders[?configuration.Recording == `true` && (configuration.RecordingGroup.IncludeGlobalResourceTypes == `true` || (configuration.RecordingGroup.RecordingStrategy.UseOnly == 'EXCLUSION_BY_RESOURCE_TYPES' && !(configuration.RecordingGroup.ExclusionByResourceTypes.ResourceTypes [?starts_with(@, 'AWS::IAM::')])) )].{region: awsRegion, recorder: resourceId}": p20,
 'recorders[?configuration.Recording == `true` && configuration.RecordingGroup.AllSupported == `true` && !(configuration.RecordingGroup.ExclusionByResourceTypes.ResourceTypes)].resourceId': p21,
 'resourceId': p22,
 "services_allowed(bucket[0].supplementaryConfiguration.BucketPolicy.policyText, 's3:PutObject') [?principal != 'config.amazonaws.com' && principal != 'cloudtrail.amazonaws.com' && principal != 'delivery.logs.amazonaws.com']": p23,
 'snapshot_hours(configuration.ConfigSnapshotDeliveryProperties.DeliveryFrequency) <= params.hours': p24,
 'supplementaryConfiguration.DeliveryChannelStatus.ConfigHistoryDeliveryInfo.LastStatus': p25,
 'supplementaryConfiguration.DeliveryChannelStatus.ConfigHistoryDeliveryInfo.LastSuccessfulTime && days_between( supplementaryConfiguration.DeliveryChannelStatus.ConfigHistoryDeliveryInfo.LastSuccessfulTime, now) <= params.days': p26,
 'supplementaryConfiguration.DeliveryChannelStatus.ConfigSnapshotDeliveryInfo.LastStatus': p27,
 'supplementaryConfiguration.DeliveryChannelStatus.ConfigSnapshotDeliveryInfo.LastSuccessfulTime && days_between( supplementaryConfiguration.DeliveryChannelStatus.ConfigSnapshotDeliveryInfo.LastSuccessfulTime, now) <= params.days': p28,
 'supplementaryConfiguration.RecorderStatus.LastStatus': p29,
}
globals().update(RUNTIME)
