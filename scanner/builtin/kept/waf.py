"""What rules of waf compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it.get('arn') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  return t2
 return f1

def p1():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('rules') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p2():
 k14 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('streams') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('logs') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t5 = []
   for e6 in t4:
    for e7 in e6 if type(e6) is list else (e6,):
     t8 = e7.get('configuration') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
     t9 = t8.get('LogDestinationConfigs') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
     if t9 is not None: t5.append(t9)
  t10 = t5 if type(t5) is Unresolved else None
  if type(t5) is list:
   t10 = []
   for e11 in t5:
    for e12 in e11 if type(e11) is list else (e11,):
     if e12 is not None: t10.append(e12)
  t13 = element(t10, 0)
  t15 = k14(t3, t13)
  return t15
 return f1

def p3():
 def f1(it):
  t2 = it.get('logs') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('configuration') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t7 = t6.get('LogDestinationConfigs') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
     if t7 is not None: t3.append(t7)
  t8 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t8 = []
   for e9 in t3:
    for e10 in e9 if type(e9) is list else (e9,):
     if e10 is not None: t8.append(e10)
  return t8
 return f1

def p4():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('streams') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p5():
 def f1(it):
  t2 = it.get('resourceId') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  return t2
 return f1

EXPRESSIONS = {
 'arn': p0,
 'configuration.rules': p1,
 'contains(params.streams, logs[].configuration.LogDestinationConfigs[] | [0])': p2,
 'logs[].configuration.LogDestinationConfigs[]': p3,
 'params.streams': p4,
 'resourceId': p5,
}
globals().update(RUNTIME)
