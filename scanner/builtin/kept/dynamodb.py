"""What rules of dynamodb compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('deletionProtectionEnabled') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p1():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('ssedescription') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('ssetype') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p2():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('ssedescription') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('status') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p3():
 k7 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('keys') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('ssedescription') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5.get('kmsmasterKeyArn') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t8 = k7(t3, t6)
  return t8
 return f1

def p4():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('keys') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p5():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('ContinuousBackupsDescription') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('pointInTimeRecoveryDescription') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('pointInTimeRecoveryStatus') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  return t5
 return f1

EXPRESSIONS = {
 'configuration.deletionProtectionEnabled': p0,
 'configuration.ssedescription.ssetype': p1,
 'configuration.ssedescription.status': p2,
 'contains(params.keys, configuration.ssedescription.kmsmasterKeyArn)': p3,
 'params.keys': p4,
 'supplementaryConfiguration.ContinuousBackupsDescription .pointInTimeRecoveryDescription.pointInTimeRecoveryStatus': p5,
}
globals().update(RUNTIME)
