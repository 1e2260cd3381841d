"""What rules of securityhub compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it.get('awsRegion') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  return t2
 return f1

def p1():
 def f1(it):
  t2 = it.get('hubs') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('resourceId') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     if t6 is not None: t3.append(t6)
  return t3
 return f1

EXPRESSIONS = {
 'awsRegion': p0,
 'hubs[].resourceId': p1,
}
globals().update(RUNTIME)
