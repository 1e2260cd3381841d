"""What rules of secretsmanager compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('KMSKeyId') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p1():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('NextRotationDate') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p2():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('RotationEnabled') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p3():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('RotationOccurringAsScheduled') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p4():
 k6 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('keys') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('KMSKeyId') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  return t7
 return f1

def p5():
 k6 = CALLABLE['not_null'].run
 k9 = CALLABLE['days_between'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('LastAccessedDate') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('CreatedDate') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  t8 = it.get('now') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t10 = k9(t7, t8)
  t11 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t12 = t11.get('days') if type(t11) is dict else merged((t11,)) if type(t11) is Unresolved else None
  t13 = ordered('lte', t10, t12)
  return t13
 return f1

def p6():
 k6 = CALLABLE['not_null'].run
 k9 = CALLABLE['days_between'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('LastRotatedDate') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('CreatedDate') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  t8 = it.get('now') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t10 = k9(t7, t8)
  t11 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t12 = t11.get('days') if type(t11) is dict else merged((t11,)) if type(t11) is Unresolved else None
  t13 = ordered('lte', t10, t12)
  return t13
 return f1

def p7():
 k5 = CALLABLE['not_null'].run
 k8 = CALLABLE['days_between'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('NextRotationDate') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('now') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = k5(t3, t4)
  t7 = it.get('now') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = k8(t6, t7)
  return t9
 return f1

def p8():
 k8 = CALLABLE['max'].run
 def f1(it):
  t2 = it if type(it) is Unresolved else None
  if it is not None and t2 is None:
   t3 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t4 = t3.get('RotationRules') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
   t5 = t4.get('AutomaticallyAfterDays') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
   t6 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t7 = t6.get('days') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
   t2 = [t5, t7]
  t9 = k8(t2)
  t10 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t11 = t10.get('days') if type(t10) is dict else merged((t10,)) if type(t10) is Unresolved else None
  t12 = equal(t9, t11)
  return t12
 return f1

def p9():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('days') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p10():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('keys') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

EXPRESSIONS = {
 'configuration.KMSKeyId': p0,
 'configuration.NextRotationDate': p1,
 'configuration.RotationEnabled': p2,
 'configuration.RotationOccurringAsScheduled': p3,
 'contains(params.keys, configuration.KMSKeyId)': p4,
 'days_between(not_null(configuration.LastAccessedDate, configuration.CreatedDate), now) <= params.days': p5,
 'days_between(not_null(configuration.LastRotatedDate, configuration.CreatedDate), now) <= params.days': p6,
 'days_between(not_null(configuration.NextRotationDate, now), now)': p7,
 'max([configuration.RotationRules.AutomaticallyAfterDays, params.days]) == params.days': p8,
 'params.days': p9,
 'params.keys': p10,
}
globals().update(RUNTIME)
