"""What rules of apigateway compute, as `python -m scanner.builtin.generate` wrote it."""

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
  t2 = it.get('arn') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  return t2
 return f1

def p2():
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

def p3():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('accessLogSettings') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('destinationArn') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p4():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('cacheClusterEnabled') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p5():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('clientCertificateId') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p6():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('defaultRouteSettings') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('loggingLevel') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p7():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('methodSettings') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('*/*') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p8():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('methodSettings') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is dict:
   t4 = []
   for e5 in t3.values():
    if e5 is not None: t4.append(e5)
  t6 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t6 = []
   for e7 in t4:
    t8 = e7.get('cacheDataEncrypted') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
    t9 = equal(t8, True) if type(t8) is Unresolved else t8 is True
    t10 = negated(t9)
    if t10 is True:
     if e7 is not None: t6.append(e7)
    elif t10 is not False: t6.append(merged((t10,)))
  return t6
 return f1

def p9():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('methodSettings') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is dict:
   t4 = []
   for e5 in t3.values():
    if e5 is not None: t4.append(e5)
  t6 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t6 = []
   for e7 in t4:
    t8 = e7.get('cachingEnabled') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
    t9 = equal(t8, True) if type(t8) is Unresolved else t8 is True
    t10 = negated(t9)
    if t10 is True:
     if e7 is not None: t6.append(e7)
    elif t10 is not False: t6.append(merged((t10,)))
  return t6
 return f1

def p10():
 k9 = 'ERROR'
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('methodSettings') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is dict:
   t4 = []
   for e5 in t3.values():
    if e5 is not None: t4.append(e5)
  t6 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t6 = []
   for e7 in t4:
    t8 = e7.get('loggingLevel') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
    t10 = equal(t8, k9) if type(t8) is Unresolved else t8 == k9
    if t10 is True:
     if e7 is not None: t6.append(e7)
    elif t10 is not False: t6.append(merged((t10,)))
  return t6
 return f1

def p11():
 k9 = 'INFO'
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('methodSettings') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is dict:
   t4 = []
   for e5 in t3.values():
    if e5 is not None: t4.append(e5)
  t6 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t6 = []
   for e7 in t4:
    t8 = e7.get('loggingLevel') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
    t10 = equal(t8, k9) if type(t8) is Unresolved else t8 == k9
    if t10 is True:
     if e7 is not None: t6.append(e7)
    elif t10 is not False: t6.append(merged((t10,)))
  return t6
 return f1

def p12():
 k9 = 'OFF'
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('methodSettings') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is dict:
   t4 = []
   for e5 in t3.values():
    if e5 is not None: t4.append(e5)
  t6 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t6 = []
   for e7 in t4:
    t8 = e7.get('loggingLevel') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
    t10 = equal(t8, k9) if type(t8) is Unresolved else t8 == k9
    t11 = t10
    if t11 is not True:
     t12 = e7.get('loggingLevel') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
     t13 = equal(t12, None) if type(t12) is Unresolved else t12 is None
     if t13 is True or t11 is False: t11 = t13
     elif t13 is not False: t11 = merged((t11, t13))
    if t11 is True:
     if e7 is not None: t6.append(e7)
    elif t11 is not False: t6.append(merged((t11,)))
  return t6
 return f1

def p13():
 k9 = 'OFF'
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('routeSettings') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is dict:
   t4 = []
   for e5 in t3.values():
    if e5 is not None: t4.append(e5)
  t6 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t6 = []
   for e7 in t4:
    t8 = e7.get('loggingLevel') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
    t10 = equal(t8, k9) if type(t8) is Unresolved else t8 == k9
    if t10 is True:
     if e7 is not None: t6.append(e7)
    elif t10 is not False: t6.append(merged((t10,)))
  return t6
 return f1

def p14():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('tracingEnabled') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p15():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('webAclArn') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p16():
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

def p17():
 k6 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('acls') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('webAclArn') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  return t7
 return f1

def p18():
 k6 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('certificates') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('clientCertificateId') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  return t7
 return f1

def p19():
 k4 = 'ERROR'
 k5 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('levels') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t6 = k5(t3, k4)
  return t6
 return f1

def p20():
 k4 = 'INFO'
 k5 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('levels') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t6 = k5(t3, k4)
  return t6
 return f1

def p21():
 k7 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('levels') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('defaultRouteSettings') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5.get('loggingLevel') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t8 = k7(t3, t6)
  return t8
 return f1

def p22():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('acls') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p23():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('certificates') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

EXPRESSIONS = {
 '[resourceId, configuration.ResourceArn]': p0,
 'arn': p1,
 'associations[].configuration.WebACLArn': p2,
 'configuration.accessLogSettings.destinationArn': p3,
 'configuration.cacheClusterEnabled': p4,
 'configuration.clientCertificateId': p5,
 'configuration.defaultRouteSettings.loggingLevel': p6,
 'configuration.methodSettings."*/*"': p7,
 'configuration.methodSettings.* | [?cacheDataEncrypted != `true`]': p8,
 'configuration.methodSettings.* | [?cachingEnabled != `true`]': p9,
 "configuration.methodSettings.* | [?loggingLevel == 'ERROR']": p10,
 "configuration.methodSettings.* | [?loggingLevel == 'INFO']": p11,
 "configuration.methodSettings.* | [?loggingLevel == 'OFF' || loggingLevel == `null`]": p12,
 "configuration.routeSettings.* | [?loggingLevel == 'OFF']": p13,
 'configuration.tracingEnabled': p14,
 'configuration.webAclArn': p15,
 'contains(params.acls, associations[].configuration.WebACLArn | [0])': p16,
 'contains(params.acls, configuration.webAclArn)': p17,
 'contains(params.certificates, configuration.clientCertificateId)': p18,
 "contains(params.levels, 'ERROR')": p19,
 "contains(params.levels, 'INFO')": p20,
 'contains(params.levels, configuration.defaultRouteSettings.loggingLevel)': p21,
 'params.acls': p22,
 'params.certificates': p23,
}
globals().update(RUNTIME)
