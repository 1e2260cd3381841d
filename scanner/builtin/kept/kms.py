"""What rules of kms compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('keyManager') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p1():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('keyState') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p2():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('origin') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p3():
 k6 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('keys') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('keyId') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  return t7
 return f1

def p4():
 k6 = 'SYMMETRIC_DEFAULT'
 k7 = CALLABLE['not_null'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('keySpec') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('customerMasterKeySpec') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t8 = k7(t3, t5, k6)
  return t8
 return f1

def p5():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('keys') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p6():
 k4 = CALLABLE['public_statements'].run
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('Policy') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t5 = k4(t3)
  return t5
 return f1

def p7():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('KeyRotationStatus') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

EXPRESSIONS = {
 'configuration.keyManager': p0,
 'configuration.keyState': p1,
 'configuration.origin': p2,
 'contains(params.keys, configuration.keyId)': p3,
 "not_null(configuration.keySpec, configuration.customerMasterKeySpec, 'SYMMETRIC_DEFAULT')": p4,
 'params.keys': p5,
 'public_statements(supplementaryConfiguration.Policy)': p6,
 'supplementaryConfiguration.KeyRotationStatus': p7,
}
globals().update(RUNTIME)
