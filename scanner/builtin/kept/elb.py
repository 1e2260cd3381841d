"""What rules of elb compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it if type(it) is Unresolved else None
  if it is not None and t2 is None:
   t3 = it.get('resourceId') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t5 = t4.get('ResourceArn') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
   t2 = [t3, t5]
  return t2
 return f1

def p1():
 def f1(it):
  t2 = it.get('associations') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('configuration') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t7 = t6.get('WebACLArn') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
     if t7 is not None: t3.append(t7)
  return t3
 return f1

def p2():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('Certificates') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p3():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('Certificates') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     t7 = e6.get('CertificateArn') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t7 is not None: t4.append(t7)
  return t4
 return f1

def p4():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('Certificates') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     t7 = e6.get('CertificateArn') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t7 is not None: t4.append(t7)
  t8 = element(t4, 0)
  return t8
 return f1

def p5():
 k7 = 'redirect'
 k12 = 'HTTPS'
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('DefaultActions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('Type') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t8 = equal(t6, k7) if type(t6) is Unresolved else t6 == k7
    t9 = t8
    if t9 is not False:
     t10 = e5.get('RedirectConfig') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t11 = t10.get('Protocol') if type(t10) is dict else merged((t10,)) if type(t10) is Unresolved else None
     t13 = equal(t11, k12) if type(t11) is Unresolved else t11 == k12
     if t13 is False or t9 is True: t9 = t13
     elif t13 is not True: t9 = merged((t9, t13))
    t14 = negated(t9)
    if t14 is True:
     t15 = e5.get('Type') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     if t15 is not None: t4.append(t15)
    elif t14 is not False: t4.append(merged((t14,)))
  return t4
 return f1

def p6():
 k8 = 'HTTPS'
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('DefaultActions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('RedirectConfig') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t7 = t6.get('Protocol') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
    t9 = equal(t7, k8) if type(t7) is Unresolved else t7 == k8
    if t9 is True:
     t10 = e5.get('Type') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     if t10 is not None: t4.append(t10)
    elif t9 is not False: t4.append(merged((t9,)))
  return t4
 return f1

def p7():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('Protocol') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p8():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('listenerDescriptions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p9():
 k8 = 'HTTPS'
 k14 = 'SSL'
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('listenerDescriptions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('listener') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t7 = t6.get('protocol') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
    t9 = equal(t7, k8) if type(t7) is Unresolved else t7 == k8
    t10 = negated(t9)
    t11 = t10
    if t11 is not False:
     t12 = e5.get('listener') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t13 = t12.get('protocol') if type(t12) is dict else merged((t12,)) if type(t12) is Unresolved else None
     t15 = equal(t13, k14) if type(t13) is Unresolved else t13 == k14
     t16 = negated(t15)
     if t16 is False or t11 is True: t11 = t16
     elif t16 is not True: t11 = merged((t11, t16))
    if t11 is True:
     t17 = e5.get('listener') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t18 = t17.get('loadBalancerPort') if type(t17) is dict else merged((t17,)) if type(t17) is Unresolved else None
     if t18 is not None: t4.append(t18)
    elif t11 is not False: t4.append(merged((t11,)))
  return t4
 return f1

def p10():
 k8 = 'HTTPS'
 k13 = 'SSL'
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('listenerDescriptions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('listener') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t7 = t6.get('protocol') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
    t9 = equal(t7, k8) if type(t7) is Unresolved else t7 == k8
    t10 = t9
    if t10 is not True:
     t11 = e5.get('listener') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t12 = t11.get('protocol') if type(t11) is dict else merged((t11,)) if type(t11) is Unresolved else None
     t14 = equal(t12, k13) if type(t12) is Unresolved else t12 == k13
     if t14 is True or t10 is False: t10 = t14
     elif t14 is not False: t10 = merged((t10, t14))
    if t10 is True:
     if e5 is not None: t4.append(e5)
    elif t10 is not False: t4.append(merged((t10,)))
  return t4
 return f1

def p11():
 k8 = 'HTTPS'
 k13 = 'SSL'
 k19 = ''
 k20 = CALLABLE['not_null'].run
 k22 = ':acm:'
 k23 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('listenerDescriptions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('listener') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t7 = t6.get('protocol') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
    t9 = equal(t7, k8) if type(t7) is Unresolved else t7 == k8
    t10 = t9
    if t10 is not True:
     t11 = e5.get('listener') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t12 = t11.get('protocol') if type(t11) is dict else merged((t11,)) if type(t11) is Unresolved else None
     t14 = equal(t12, k13) if type(t12) is Unresolved else t12 == k13
     if t14 is True or t10 is False: t10 = t14
     elif t14 is not False: t10 = merged((t10, t14))
    if t10 is True:
     if e5 is not None: t4.append(e5)
    elif t10 is not False: t4.append(merged((t10,)))
  t15 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t15 = []
   for e16 in t4:
    t17 = e16.get('listener') if type(e16) is dict else merged((e16,)) if type(e16) is Unresolved else None
    t18 = t17.get('sslcertificateId') if type(t17) is dict else merged((t17,)) if type(t17) is Unresolved else None
    t21 = k20(t18, k19)
    t24 = k23(t21, k22)
    t25 = negated(t24)
    if t25 is True:
     t26 = e16.get('listener') if type(e16) is dict else merged((e16,)) if type(e16) is Unresolved else None
     t27 = t26.get('loadBalancerPort') if type(t26) is dict else merged((t26,)) if type(t26) is Unresolved else None
     if t27 is not None: t15.append(t27)
    elif t25 is not False: t15.append(merged((t25,)))
  return t15
 return f1

def p12():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('loadBalancerArn') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p13():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('type') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p14():
 k11 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('acls') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('associations') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t5 = []
   for e6 in t4:
    for e7 in e6 if type(e6) is list else (e6,):
     t8 = e7.get('configuration') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
     t9 = t8.get('WebACLArn') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
     if t9 is not None: t5.append(t9)
  t10 = element(t5, 0)
  t12 = k11(t3, t10)
  return t12
 return f1

def p15():
 k8 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('buckets') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('LoadBalancerAttributes') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5.get('accessLog') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = t6.get('s3BucketName') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
  t9 = k8(t3, t7)
  return t9
 return f1

def p16():
 k9 = 'access_logs.s3.bucket'
 k13 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('buckets') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('LoadBalancerAttributes') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5 if type(t5) is Unresolved else None
  if type(t5) is list:
   t6 = []
   for e7 in t5:
    t8 = e7.get('key') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
    t10 = equal(t8, k9) if type(t8) is Unresolved else t8 == k9
    if t10 is True:
     t11 = e7.get('value') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
     if t11 is not None: t6.append(t11)
    elif t10 is not False: t6.append(merged((t10,)))
  t12 = element(t6, 0)
  t14 = k13(t3, t12)
  return t14
 return f1

def p17():
 k11 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('certificates') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('Certificates') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5 if type(t5) is Unresolved else None
  if type(t5) is list:
   t6 = []
   for e7 in t5:
    for e8 in e7 if type(e7) is list else (e7,):
     t9 = e8.get('CertificateArn') if type(e8) is dict else merged((e8,)) if type(e8) is Unresolved else None
     if t9 is not None: t6.append(t9)
  t10 = element(t6, 0)
  t12 = k11(t3, t10)
  return t12
 return f1

def p18():
 k10 = 'elb.http.desyncmitigationmode'
 k14 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('modes') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('LoadBalancerAttributes') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5.get('additionalAttributes') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = t6 if type(t6) is Unresolved else None
  if type(t6) is list:
   t7 = []
   for e8 in t6:
    t9 = e8.get('key') if type(e8) is dict else merged((e8,)) if type(e8) is Unresolved else None
    t11 = equal(t9, k10) if type(t9) is Unresolved else t9 == k10
    if t11 is True:
     t12 = e8.get('value') if type(e8) is dict else merged((e8,)) if type(e8) is Unresolved else None
     if t12 is not None: t7.append(t12)
    elif t11 is not False: t7.append(merged((t11,)))
  t13 = element(t7, 0)
  t15 = k14(t3, t13)
  return t15
 return f1

def p19():
 k9 = 'routing.http.desync_mitigation_mode'
 k13 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('modes') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('LoadBalancerAttributes') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5 if type(t5) is Unresolved else None
  if type(t5) is list:
   t6 = []
   for e7 in t5:
    t8 = e7.get('key') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
    t10 = equal(t8, k9) if type(t8) is Unresolved else t8 == k9
    if t10 is True:
     t11 = e7.get('value') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
     if t11 is not None: t6.append(t11)
    elif t10 is not False: t6.append(merged((t10,)))
  t12 = element(t6, 0)
  t14 = k13(t3, t12)
  return t14
 return f1

def p20():
 def f1(it):
  t2 = it.get('known') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('resourceId') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     if t6 is not None: t3.append(t6)
  return t3
 return f1

def p21():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('acls') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p22():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('buckets') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p23():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('certificates') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p24():
 def f1(it):
  t2 = it.get('resourceId') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  return t2
 return f1

def p25():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('LoadBalancerAttributes') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('accessLog') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('enabled') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  return t5
 return f1

def p26():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('LoadBalancerAttributes') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('crossZoneLoadBalancing') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('enabled') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  return t5
 return f1

def p27():
 k7 = 'access_logs.s3.enabled'
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('LoadBalancerAttributes') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('key') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t8 = equal(t6, k7) if type(t6) is Unresolved else t6 == k7
    if t8 is True:
     t9 = e5.get('value') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     if t9 is not None: t4.append(t9)
    elif t8 is not False: t4.append(merged((t8,)))
  t10 = element(t4, 0)
  return t10
 return f1

def p28():
 k7 = 'deletion_protection.enabled'
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('LoadBalancerAttributes') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('key') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t8 = equal(t6, k7) if type(t6) is Unresolved else t6 == k7
    if t8 is True:
     t9 = e5.get('value') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     if t9 is not None: t4.append(t9)
    elif t8 is not False: t4.append(merged((t8,)))
  t10 = element(t4, 0)
  return t10
 return f1

def p29():
 k7 = 'routing.http.drop_invalid_header_fields.enabled'
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('LoadBalancerAttributes') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('key') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t8 = equal(t6, k7) if type(t6) is Unresolved else t6 == k7
    if t8 is True:
     t9 = e5.get('value') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     if t9 is not None: t4.append(t9)
    elif t8 is not False: t4.append(merged((t8,)))
  t10 = element(t4, 0)
  return t10
 return f1

def p30():
 k14 = 'redirect'
 k19 = 'HTTPS'
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('Rules') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     t7 = e6.get('Actions') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t7 is not None: t4.append(t7)
  t8 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t8 = []
   for e9 in t4:
    for e10 in e9 if type(e9) is list else (e9,):
     if e10 is not None: t8.append(e10)
  t11 = t8 if type(t8) is Unresolved else None
  if type(t8) is list:
   t11 = []
   for e12 in t8:
    t13 = e12.get('Type') if type(e12) is dict else merged((e12,)) if type(e12) is Unresolved else None
    t15 = equal(t13, k14) if type(t13) is Unresolved else t13 == k14
    t16 = t15
    if t16 is not False:
     t17 = e12.get('RedirectConfig') if type(e12) is dict else merged((e12,)) if type(e12) is Unresolved else None
     t18 = t17.get('Protocol') if type(t17) is dict else merged((t17,)) if type(t17) is Unresolved else None
     t20 = equal(t18, k19) if type(t18) is Unresolved else t18 == k19
     if t20 is False or t16 is True: t16 = t20
     elif t20 is not True: t16 = merged((t16, t20))
    t21 = negated(t16)
    if t21 is True:
     t22 = e12.get('Type') if type(e12) is dict else merged((e12,)) if type(e12) is Unresolved else None
     if t22 is not None: t11.append(t22)
    elif t21 is not False: t11.append(merged((t21,)))
  return t11
 return f1

EXPRESSIONS = {
 '[resourceId, configuration.ResourceArn]': p0,
 'associations[].configuration.WebACLArn': p1,
 'configuration.Certificates': p2,
 'configuration.Certificates[].CertificateArn': p3,
 'configuration.Certificates[].CertificateArn | [0]': p4,
 "configuration.DefaultActions[?!(Type == 'redirect' && RedirectConfig.Protocol == 'HTTPS')].Type": p5,
 "configuration.DefaultActions[?RedirectConfig.Protocol == 'HTTPS'].Type": p6,
 'configuration.Protocol': p7,
 'configuration.listenerDescriptions': p8,
 "configuration.listenerDescriptions[?listener.protocol != 'HTTPS' && listener.protocol != 'SSL'] .listener.loadBalancerPort": p9,
 "configuration.listenerDescriptions[?listener.protocol == 'HTTPS' || listener.protocol == 'SSL']": p10,
 "configuration.listenerDescriptions[?listener.protocol == 'HTTPS' || listener.protocol == 'SSL'] | [?!contains(not_null(listener.sslcertificateId, ''), ':acm:')].listener.loadBalancerPort": p11,
 'configuration.loadBalancerArn': p12,
 'configuration.type': p13,
 'contains(params.acls, associations[].configuration.WebACLArn | [0])': p14,
 'contains(params.buckets, supplementaryConfiguration.LoadBalancerAttributes.accessLog.s3BucketName)': p15,
 "contains(params.buckets, supplementaryConfiguration.LoadBalancerAttributes[?key == 'access_logs.s3.bucket'].value | [0])": p16,
 'contains(params.certificates, configuration.Certificates[].CertificateArn | [0])': p17,
 "contains(params.modes, supplementaryConfiguration.LoadBalancerAttributes.additionalAttributes[? key == 'elb.http.desyncmitigationmode'].value | [0])": p18,
 "contains(params.modes, supplementaryConfiguration.LoadBalancerAttributes[?key == 'routing.http.desync_mitigation_mode'].value | [0])": p19,
 'known[].resourceId': p20,
 'params.acls': p21,
 'params.buckets': p22,
 'params.certificates': p23,
 'resourceId': p24,
 'supplementaryConfiguration.LoadBalancerAttributes.accessLog.enabled': p25,
 'supplementaryConfiguration.LoadBalancerAttributes.crossZoneLoadBalancing.enabled': p26,
 "supplementaryConfiguration.LoadBalancerAttributes[?key == 'access_logs.s3.enabled'].value | [0]": p27,
 "supplementaryConfiguration.LoadBalancerAttributes[?key == 'deletion_protection.enabled'].value | [0]": p28,
 "supplementaryConfiguration.LoadBalancerAttributes[?key == 'routing.http.drop_invalid_header_fields.enabled'].value | [0]": p29,
 "supplementaryConfiguration.Rules[].Actions[] | [?!(Type == 'redirect' && RedirectConfig.Protocol == 'HTTPS')].Type": p30,
}
globals().update(RUNTIME)
