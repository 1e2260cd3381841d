"""What rules of acm compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('notAfter') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p1():
 k5 = CALLABLE['days_between'].run
 def f1(it):
  t2 = it.get('now') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = t3.get('notAfter') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t6 = k5(t2, t4)
  t7 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = t7.get('days') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
  t9 = ordered('gt', t6, t8)
  return t9
 return f1

EXPRESSIONS = {
 'configuration.notAfter': p0,
 'days_between(now, configuration.notAfter) > params.days': p1,
}
globals().update(RUNTIME)
