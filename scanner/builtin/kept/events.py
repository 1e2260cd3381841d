"""What rules of events compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 k7 = CALLABLE['cidrs_outside'].run
 def f1(it):
  t2 = it if type(it) is Unresolved else None
  if it is not None and t2 is None:
   t3 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t4 = t3.get('sourceIPAddress') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
   t2 = [t4]
  t5 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = t5.get('networks') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t8 = k7(t2, t6)
  return t8
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
  t3 = t2.get('requestParameters') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('enable') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p8():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('sourceIPAddress') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p9():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('userIdentity') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('accessKeyId') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p10():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('userIdentity') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('invokedBy') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p11():
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
  return t7
 return f1

def p12():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('userIdentity') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('type') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p13():
 k6 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('regions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('awsRegion') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  return t7
 return f1

def p14():
 k3 = 'authorization-failures'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p15():
 k3 = 'cloudtrail-changes'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p16():
 k3 = 'config-changes'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p17():
 k3 = 'console-sign-in-failures'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p18():
 k3 = 'console-sign-in-without-mfa'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p19():
 k3 = 'ec2-instance-changes'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p20():
 k3 = 'iam-policy-changes'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p21():
 k3 = 'kms-key-disabling-or-deletion'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p22():
 k3 = 'network-acl-changes'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p23():
 k3 = 'network-gateway-changes'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p24():
 k3 = 'organizations-changes'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p25():
 k3 = 'root-use'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p26():
 k3 = 'route-table-changes'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p27():
 k3 = 's3-bucket-activity'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p28():
 k3 = 'security-group-changes'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p29():
 k3 = 'vpc-changes'
 k4 = CALLABLE['in_use_case'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, k3)
  return t5
 return f1

def p30():
 k3 = CALLABLE['opens_to_world'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = k3(t2)
  return t4
 return f1

def p31():
 k11 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('buckets') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3
  t5 = truth(t4)
  if type(t5) is Unresolved: t4 = t5
  elif t5 is True:
   t6 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t7 = t6.get('buckets') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
   t8 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t9 = t8.get('requestParameters') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
   t10 = t9.get('bucketName') if type(t9) is dict else merged((t9,)) if type(t9) is Unresolved else None
   t12 = k11(t7, t10)
   t4 = t12
  return t4
 return f1

def p32():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('networks') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p33():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('reading') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p34():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('regions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p35():
 k3 = CALLABLE['tried_user'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = k3(t2)
  return t4
 return f1

def p36():
 k5 = CALLABLE['unapproved'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = t3.get('approved') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t6 = k5(t2, t4)
  return t6
 return f1

def p37():
 k3 = CALLABLE['weakens_trail'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = k3(t2)
  return t4
 return f1

EXPRESSIONS = {
 'cidrs_outside([configuration.sourceIPAddress], params.networks)': p0,
 'configuration.awsRegion': p1,
 'configuration.errorCode': p2,
 'configuration.eventName': p3,
 'configuration.eventSource': p4,
 'configuration.eventType': p5,
 'configuration.readOnly': p6,
 'configuration.requestParameters.enable': p7,
 'configuration.sourceIPAddress': p8,
 'configuration.userIdentity.accessKeyId': p9,
 'configuration.userIdentity.invokedBy': p10,
 'configuration.userIdentity.sessionContext.sessionIssuer.arn || configuration.userIdentity.arn': p11,
 'configuration.userIdentity.type': p12,
 'contains(params.regions, configuration.awsRegion)': p13,
 "in_use_case(configuration, 'authorization-failures')": p14,
 "in_use_case(configuration, 'cloudtrail-changes')": p15,
 "in_use_case(configuration, 'config-changes')": p16,
 "in_use_case(configuration, 'console-sign-in-failures')": p17,
 "in_use_case(configuration, 'console-sign-in-without-mfa')": p18,
 "in_use_case(configuration, 'ec2-instance-changes')": p19,
 "in_use_case(configuration, 'iam-policy-changes')": p20,
 "in_use_case(configuration, 'kms-key-disabling-or-deletion')": p21,
 "in_use_case(configuration, 'network-acl-changes')": p22,
 "in_use_case(configuration, 'network-gateway-changes')": p23,
 "in_use_case(configuration, 'organizations-changes')": p24,
 "in_use_case(configuration, 'root-use')": p25,
 "in_use_case(configuration, 'route-table-changes')": p26,
 "in_use_case(configuration, 's3-bucket-activity')": p27,
 "in_use_case(configuration, 'security-group-changes')": p28,
 "in_use_case(configuration, 'vpc-changes')": p29,
 'opens_to_world(configuration)': p30,
 'params.buckets && contains(params.buckets, configuration.requestParameters.bucketName)': p31,
 'params.networks': p32,
 'params.reading': p33,
 'params.regions': p34,
 'tried_user(configuration)': p35,
 'unapproved(configuration, params.approved)': p36,
 'weakens_trail(configuration)': p37,
}
globals().update(RUNTIME)
