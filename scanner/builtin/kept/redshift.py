"""What rules of redshift compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('allowVersionUpgrade') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p1():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('automatedSnapshotRetentionPeriod') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p2():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('automatedSnapshotRetentionPeriod') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('most') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = ordered('lte', t3, t5)
  return t6
 return f1

def p3():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('automatedSnapshotRetentionPeriod') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('days') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = ordered('gte', t3, t5)
  return t6
 return f1

def p4():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('automatedSnapshotRetentionPeriod') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('least') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = ordered('gte', t3, t5)
  return t6
 return f1

def p5():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('clusterParameterGroups') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     t7 = e6.get('parameterGroupName') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t7 is not None: t4.append(t7)
  return t4
 return f1

def p6():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('encrypted') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p7():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('enhancedVpcRouting') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p8():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('preferredMaintenanceWindow') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('window') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = equal(t3, t5)
  return t6
 return f1

def p9():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('publiclyAccessible') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p10():
 k7 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('buckets') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('LoggingStatus') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5.get('bucketName') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t8 = k7(t3, t6)
  return t8
 return f1

def p11():
 k6 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('keys') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('kmsKeyId') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  return t7
 return f1

def p12():
 k6 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('nodes') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('nodeType') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  return t7
 return f1

def p13():
 k14 = 'require_ssl'
 def f1(it):
  t2 = it.get('groups') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('supplementaryConfiguration') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t7 = t6.get('Parameters') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
     if t7 is not None: t3.append(t7)
  t8 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t8 = []
   for e9 in t3:
    for e10 in e9 if type(e9) is list else (e9,):
     if e10 is not None: t8.append(e10)
  t11 = t8 if type(t8) is Unresolved else None
  if type(t8) is list:
   t11 = []
   for e12 in t8:
    t13 = e12.get('parameterName') if type(e12) is dict else merged((e12,)) if type(e12) is Unresolved else None
    t15 = equal(t13, k14) if type(t13) is Unresolved else t13 == k14
    if t15 is True:
     t16 = e12.get('parameterValue') if type(e12) is dict else merged((e12,)) if type(e12) is Unresolved else None
     if t16 is not None: t11.append(t16)
    elif t15 is not False: t11.append(merged((t15,)))
  t17 = element(t11, 0)
  return t17
 return f1

def p14():
 k4 = 'AWS_OWNED_KMS_KEY'
 k5 = CALLABLE['not_null'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('kmsKeyId') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t6 = k5(t3, k4)
  return t6
 return f1

def p15():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('buckets') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p16():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('encrypted') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p17():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('keys') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p18():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('logging') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p19():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('nodes') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p20():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('upgrades') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p21():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('window') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p22():
 def f1(it):
  t2 = it.get('resourceId') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  return t2
 return f1

def p23():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('LoggingStatus') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('loggingEnabled') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

EXPRESSIONS = {
 'configuration.allowVersionUpgrade': p0,
 'configuration.automatedSnapshotRetentionPeriod': p1,
 'configuration.automatedSnapshotRetentionPeriod <= params.most': p2,
 'configuration.automatedSnapshotRetentionPeriod >= params.days': p3,
 'configuration.automatedSnapshotRetentionPeriod >= params.least': p4,
 'configuration.clusterParameterGroups[].parameterGroupName': p5,
 'configuration.encrypted': p6,
 'configuration.enhancedVpcRouting': p7,
 'configuration.preferredMaintenanceWindow == params.window': p8,
 'configuration.publiclyAccessible': p9,
 'contains(params.buckets, supplementaryConfiguration.LoggingStatus.bucketName)': p10,
 'contains(params.keys, configuration.kmsKeyId)': p11,
 'contains(params.nodes, configuration.nodeType)': p12,
 "groups[].supplementaryConfiguration.Parameters[] | [?parameterName == 'require_ssl'] .parameterValue | [0]": p13,
 "not_null(configuration.kmsKeyId, 'AWS_OWNED_KMS_KEY')": p14,
 'params.buckets': p15,
 'params.encrypted': p16,
 'params.keys': p17,
 'params.logging': p18,
 'params.nodes': p19,
 'params.upgrades': p20,
 'params.window': p21,
 'resourceId': p22,
 'supplementaryConfiguration.LoggingStatus.loggingEnabled': p23,
}
globals().update(RUNTIME)
