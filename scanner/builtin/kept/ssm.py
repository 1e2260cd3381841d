"""What rules of ssm compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('Status') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p1():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('instanceId') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p2():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('launchTime') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p3():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('state') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('name') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p4():
 k5 = 'all'
 k6 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('DocumentPermission') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('AccountIds') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t7 = k6(t4, k5)
  return t7
 return f1

def p5():
 k5 = ['Online', 'Active']
 k10 = 'Active'
 k11 = CALLABLE['not_null'].run
 k13 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('nodes') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    t6 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
    t7 = t6.get('PingStatus') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
    t8 = e4.get('supplementaryConfiguration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
    t9 = t8.get('instanceStatus') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
    t12 = k11(t7, t9, k10)
    t14 = k13(k5, t12)
    if t14 is True:
     t15 = e4.get('resourceId') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     if t15 is not None: t3.append(t15)
    elif t14 is not False: t3.append(merged((t14,)))
  return t3
 return f1

def p6():
 def f1(it):
  t2 = it.get('resourceId') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  return t2
 return f1

def p7():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('DocumentPermission') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

EXPRESSIONS = {
 'configuration.Status': p0,
 'configuration.instanceId': p1,
 'configuration.launchTime': p2,
 'configuration.state.name': p3,
 "contains(supplementaryConfiguration.DocumentPermission.AccountIds, 'all')": p4,
 'nodes[?contains(`["Online", "Active"]`, not_null(configuration.PingStatus, supplementaryConfiguration.instanceStatus, \'Active\'))] .resourceId': p5,
 'resourceId': p6,
 'supplementaryConfiguration.DocumentPermission': p7,
}
globals().update(RUNTIME)
