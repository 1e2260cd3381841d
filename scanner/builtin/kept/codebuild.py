"""What rules of codebuild compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('artifacts') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('encryptionDisabled') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p1():
 k8 = 'AWS_ACCESS_KEY_ID'
 k12 = 'AWS_SECRET_ACCESS_KEY'
 k16 = 'PLAINTEXT'
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('environment') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('environmentVariables') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t5 = []
   for e6 in t4:
    t7 = e6.get('name') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
    t9 = equal(t7, k8) if type(t7) is Unresolved else t7 == k8
    t10 = t9
    if t10 is not True:
     t11 = e6.get('name') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     t13 = equal(t11, k12) if type(t11) is Unresolved else t11 == k12
     if t13 is True or t10 is False: t10 = t13
     elif t13 is not False: t10 = merged((t10, t13))
    t14 = t10
    if t14 is not False:
     t15 = e6.get('type') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     t17 = equal(t15, k16) if type(t15) is Unresolved else t15 == k16
     t18 = t17
     if t18 is not True:
      t19 = e6.get('type') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
      t20 = equal(t19, None) if type(t19) is Unresolved else t19 is None
      if t20 is True or t18 is False: t18 = t20
      elif t20 is not False: t18 = merged((t18, t20))
     if t18 is False or t14 is True: t14 = t18
     elif t18 is not True: t14 = merged((t14, t18))
    if t14 is True:
     t21 = e6.get('name') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t21 is not None: t5.append(t21)
    elif t14 is not False: t5.append(merged((t14,)))
  return t5
 return f1

def p2():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('environment') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('privilegedMode') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p3():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('logsConfig') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('cloudWatchLogs') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('status') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  return t5
 return f1

def p4():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('logsConfig') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('s3Logs') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('encryptionDisabled') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  return t5
 return f1

def p5():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('logsConfig') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('s3Logs') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('status') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  return t5
 return f1

def p6():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('secondaryArtifacts') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('encryptionDisabled') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t7 = t6 if t6 is True or t6 is False else truth(t6)
    if t7 is True:
     t8 = e5.get('artifactIdentifier') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     if t8 is not None: t4.append(t8)
    elif t7 is not False: t4.append(merged((t7,)))
  return t4
 return f1

def p7():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('source') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('location') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p8():
 k6 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('exempt') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('name') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  return t7
 return f1

def p9():
 k8 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('groups') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('logsConfig') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5.get('cloudWatchLogs') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = t6.get('groupName') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
  t9 = k8(t3, t7)
  return t9
 return f1

def p10():
 k8 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('locations') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('logsConfig') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5.get('s3Logs') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = t6.get('location') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
  t9 = k8(t3, t7)
  return t9
 return f1

def p11():
 k2 = ' '
 k11 = []
 k12 = CALLABLE['join'].run
 def f1(it):
  t3 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = t3.get('secondarySources') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t5 = []
   for e6 in t4:
    for e7 in e6 if type(e6) is list else (e6,):
     t8 = e7.get('location') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
     if t8 is not None: t5.append(t8)
  t9 = t5
  t10 = truth(t9)
  if type(t10) is Unresolved: t9 = t10
  elif t10 is False:
   t9 = k11
  t13 = k12(k2, t9)
  return t13
 return f1

def p12():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('groups') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p13():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('locations') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

EXPRESSIONS = {
 'configuration.artifacts.encryptionDisabled': p0,
 "configuration.environment.environmentVariables[?(name == 'AWS_ACCESS_KEY_ID' || name == 'AWS_SECRET_ACCESS_KEY') && (type == 'PLAINTEXT' || type == `null`)].name": p1,
 'configuration.environment.privilegedMode': p2,
 'configuration.logsConfig.cloudWatchLogs.status': p3,
 'configuration.logsConfig.s3Logs.encryptionDisabled': p4,
 'configuration.logsConfig.s3Logs.status': p5,
 'configuration.secondaryArtifacts[?encryptionDisabled].artifactIdentifier': p6,
 'configuration.source.location': p7,
 'contains(params.exempt, configuration.name)': p8,
 'contains(params.groups, configuration.logsConfig.cloudWatchLogs.groupName)': p9,
 'contains(params.locations, configuration.logsConfig.s3Logs.location)': p10,
 "join(' ', configuration.secondarySources[].location || `[]`)": p11,
 'params.groups': p12,
 'params.locations': p13,
}
globals().update(RUNTIME)
