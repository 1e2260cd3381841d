"""What rules of efs compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('BackupPolicy') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('Status') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p1():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('Encrypted') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p2():
 k4 = ''
 k5 = CALLABLE['not_null'].run
 k9 = CALLABLE['ends_with'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('KmsKeyId') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t6 = k5(t3, k4)
  t7 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = t7.get('key') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
  t10 = k9(t6, t8)
  return t10
 return f1

def p3():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('key') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

EXPRESSIONS = {
 'configuration.BackupPolicy.Status': p0,
 'configuration.Encrypted': p1,
 "ends_with(not_null(configuration.KmsKeyId, ''), params.key)": p2,
 'params.key': p3,
}
globals().update(RUNTIME)
