"""What rules of events compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 k7 = CALLABLE['cidrs_outside'].run
 k13 = ''
 k15 = ' is in none of the known networks'
 k16 = CALLABLE['join'].run
 def f1(it):
  t2 = it if type(it) is Unresolved else None
  if it is not None and t2 is None:
   t3 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t4 = t3.get('sourceIPAddress') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
   t2 = [t4]
  t5 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = t5.get('networks') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t8 = k7(t2, t6)
  t9 = t8 if type(t8) is Unresolved else None
  if type(t8) is list:
   t9 = []
   for e10 in t8:
    for e11 in e10 if type(e10) is list else (e10,):
     t12 = e11 if type(e11) is Unresolved else None
     if e11 is not None and t12 is None:
      t14 = e11 if type(e11) is Unresolved else None
      if e11 is not None and t14 is None:
       t14 = [e11, k15]
      t17 = k16(k13, t14)
      t12 = {'what': t17}
     if t12 is not None: t9.append(t12)
  return t9
 return f1

def p1():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('awsRegion') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p2():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('errorCode') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p3():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('eventName') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p4():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('eventSource') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p5():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('eventType') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p6():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('readOnly') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p7():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('sourceIPAddress') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p8():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('userIdentity') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('accessKeyId') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p9():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('userIdentity') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('invokedBy') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p10():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('userIdentity') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('sessionContext') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('sessionIssuer') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5.get('arn') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = t6
  t8 = truth(t7)
  if type(t8) is Unresolved: t7 = t8
  elif t8 is False:
   t9 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t10 = t9.get('userIdentity') if type(t9) is dict else merged((t9,)) if type(t9) is Unresolved else None
   t11 = t10.get('arn') if type(t10) is dict else merged((t10,)) if type(t10) is Unresolved else None
   t7 = t11
  t12 = t7
  t13 = truth(t12)
  if type(t13) is Unresolved: t12 = t13
  elif t13 is False:
   t14 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t15 = t14.get('userIdentity') if type(t14) is dict else merged((t14,)) if type(t14) is Unresolved else None
   t16 = t15.get('principalId') if type(t15) is dict else merged((t15,)) if type(t15) is Unresolved else None
   t12 = t16
  t17 = t12
  t18 = truth(t17)
  if type(t18) is Unresolved: t17 = t18
  elif t18 is False:
   t19 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t20 = t19.get('userIdentity') if type(t19) is dict else merged((t19,)) if type(t19) is Unresolved else None
   t21 = t20.get('invokedBy') if type(t20) is dict else merged((t20,)) if type(t20) is Unresolved else None
   t17 = t21
  t22 = t17
  t23 = truth(t22)
  if type(t23) is Unresolved: t22 = t23
  elif t23 is False:
   t24 = it if type(it) is Unresolved else None
   if it is not None and t24 is None:
    t25 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
    t26 = t25.get('userIdentity') if type(t25) is dict else merged((t25,)) if type(t25) is Unresolved else None
    t27 = t26.get('accountId') if type(t26) is dict else merged((t26,)) if type(t26) is Unresolved else None
    t28 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
    t29 = t28.get('sourceIPAddress') if type(t28) is dict else merged((t28,)) if type(t28) is Unresolved else None
    t24 = [t27, t29]
   t22 = t24
  return t22
 return f1

def p11():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('userIdentity') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('type') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p12():
 k3 = 'authorization-failures'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p13():
 k3 = 'cloudtrail-changes'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p14():
 k3 = 'config-changes'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p15():
 k3 = 'console-sign-in-failures'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p16():
 k3 = 'console-sign-in-without-mfa'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p17():
 k3 = 'ec2-instance-changes'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p18():
 k3 = 'iam-policy-changes'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p19():
 k3 = 'kms-key-disabling-or-deletion'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p20():
 k3 = 'network-acl-changes'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p21():
 k3 = 'network-gateway-changes'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p22():
 k3 = 'organizations-changes'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p23():
 k3 = 'root-use'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p24():
 k3 = 'route-table-changes'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p25():
 k3 = 's3-bucket-activity'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p26():
 k3 = 'security-group-changes'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p27():
 k3 = 'vpc-changes'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p28():
 k3 = CALLABLE['opens_to_world'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = k3(t2)
  return t4
 return f1

def p29():
 k9 = CALLABLE['buckets_touched'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('buckets') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3
  t5 = truth(t4)
  if type(t5) is Unresolved: t4 = t5
  elif t5 is True:
   t6 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t7 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t8 = t7.get('buckets') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
   t10 = k9(t6, t8)
   t4 = t10
  return t4
 return f1

def p30():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('networks') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p31():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('reading') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p32():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('regions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p33():
 k3 = CALLABLE['switched_off'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = k3(t2)
  return t4
 return f1

def p34():
 k3 = CALLABLE['tried_user'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = k3(t2)
  return t4
 return f1

def p35():
 k5 = CALLABLE['unapproved'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = t3.get('approved') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t6 = k5(t2, t4)
  return t6
 return f1

def p36():
 k7 = CALLABLE['weakens_trail'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = t3.get('buckets') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = t5.get('days') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t8 = k7(t2, t4, t6)
  return t8
 return f1

def p37():
 k7 = CALLABLE['without'].run
 k13 = ''
 k15 = ' is none of the Regions that are used'
 k16 = CALLABLE['join'].run
 def f1(it):
  t2 = it if type(it) is Unresolved else None
  if it is not None and t2 is None:
   t3 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t4 = t3.get('awsRegion') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
   t2 = [t4]
  t5 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = t5.get('regions') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t8 = k7(t2, t6)
  t9 = t8 if type(t8) is Unresolved else None
  if type(t8) is list:
   t9 = []
   for e10 in t8:
    for e11 in e10 if type(e10) is list else (e10,):
     t12 = e11 if type(e11) is Unresolved else None
     if e11 is not None and t12 is None:
      t14 = e11 if type(e11) is Unresolved else None
      if e11 is not None and t14 is None:
       t14 = [e11, k15]
      t17 = k16(k13, t14)
      t12 = {'what': t17}
     if t12 is not None: t9.append(t12)
  return t9
 return f1

EXPRESSIONS = {
 "cidrs_outside([configuration.sourceIPAddress], params.networks)[].{what: join('', [@, ' is in none of the known networks'])}": p0,
 'configuration.awsRegion': p1,
 'configuration.errorCode': p2,
 'configuration.eventName': p3,
 'configuration.eventSource': p4,
 'configuration.eventType': p5,
 'configuration.readOnly': p6,
 'configuration.sourceIPAddress': p7,
 'configuration.userIdentity.accessKeyId': p8,
 'configuration.userIdentity.invokedBy': p9,
 'configuration.userIdentity.sessionContext.sessionIssuer.arn || configuration.userIdentity.arn || configuration.userIdentity.principalId || configuration.userIdentity.invokedBy || [configuration.userIdentity.accountId, configuration.sourceIPAddress]': p10,
 'configuration.userIdentity.type': p11,
 "in_use_case(configuration, 'authorization-failures')": p12,
 "in_use_case(configuration, 'cloudtrail-changes')": p13,
 "in_use_case(configuration, 'config-changes')": p14,
 "in_use_case(configuration, 'console-sign-in-failures')": p15,
 "in_use_case(configuration, 'console-sign-in-without-mfa')": p16,
 "in_use_case(configuration, 'ec2-instance-changes')": p17,
 "in_use_case(configuration, 'iam-policy-changes')": p18,
 "in_use_case(configuration, 'kms-key-disabling-or-deletion')": p19,
 "in_use_case(configuration, 'network-acl-changes')": p20,
 "in_use_case(configuration, 'network-gateway-changes')": p21,
 "in_use_case(configuration, 'organizations-changes')": p22,
 "in_use_case(configuration, 'root-use')": p23,
 "in_use_case(configuration, 'route-table-changes')": p24,
 "in_use_case(configuration, 's3-bucket-activity')": p25,
 "in_use_case(configuration, 'security-group-changes')": p26,
 "in_use_case(configuration, 'vpc-changes')": p27,
 'opens_to_world(configuration)': p28,
 'params.buckets && buckets_touched(configuration, params.buckets)': p29,
 'params.networks': p30,
 'params.reading': p31,
 'params.regions': p32,
 'switched_off(configuration)': p33,
 'tried_user(configuration)': p34,
 'unapproved(configuration, params.approved)': p35,
 'weakens_trail(configuration, params.buckets, params.days)': p36,
 "without([configuration.awsRegion], params.regions)[].{what: join('', [@, ' is none of the Regions that are used'])}": p37,
}
globals().update(RUNTIME)
