"""What rules of autoscaling compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('associatePublicIpAddress') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p1():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('healthCheckType') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p2():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('loadBalancerNames') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     if e6 is not None: t4.append(e6)
  return t4
 return f1

def p3():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('metadataOptions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('httpEndpoint') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p4():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('metadataOptions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('httpTokens') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p5():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('targetGroupARNs') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     if e6 is not None: t4.append(e6)
  return t4
 return f1

def p6():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('trafficSources') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     t7 = e6.get('identifier') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t7 is not None: t4.append(t7)
  return t4
 return f1

EXPRESSIONS = {
 'configuration.associatePublicIpAddress': p0,
 'configuration.healthCheckType': p1,
 'configuration.loadBalancerNames[]': p2,
 'configuration.metadataOptions.httpEndpoint': p3,
 'configuration.metadataOptions.httpTokens': p4,
 'configuration.targetGroupARNs[]': p5,
 'configuration.trafficSources[].identifier': p6,
}
globals().update(RUNTIME)
