"""What rules of sqs compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('KmsMasterKeyId') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p1():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('SqsManagedSseEnabled') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p2():
 k4 = CALLABLE['public_statements'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('Policy') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t5 = k4(t3)
  return t5
 return f1

EXPRESSIONS = {
 'configuration.KmsMasterKeyId': p0,
 'configuration.SqsManagedSseEnabled': p1,
 'public_statements(configuration.Policy)': p2,
}
globals().update(RUNTIME)
