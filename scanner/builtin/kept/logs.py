"""What rules of logs compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('KmsKeyId') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p1():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('KmsKeyId') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('key') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = equal(t3, t5)
  return t6
 return f1

def p2():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('RetentionInDays') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p3():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('RetentionInDays') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('days') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = ordered('gte', t3, t5)
  return t6
 return f1

def p4():
 k6 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('groups') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('LogGroupName') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  return t7
 return f1

def p5():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('groups') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p6():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('key') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

EXPRESSIONS = {
 'configuration.KmsKeyId': p0,
 'configuration.KmsKeyId == params.key': p1,
 'configuration.RetentionInDays': p2,
 'configuration.RetentionInDays >= params.days': p3,
 'contains(params.groups, configuration.LogGroupName)': p4,
 'params.groups': p5,
 'params.key': p6,
}
globals().update(RUNTIME)
