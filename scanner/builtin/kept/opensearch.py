"""What rules of opensearch compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('AdvancedSecurityOptions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('Enabled') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p1():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('DomainEndpointOptions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('EnforceHTTPS') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p2():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('EncryptionAtRestOptions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('Enabled') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p3():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('LogPublishingOptions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is dict:
   t4 = []
   for e5 in t3.values():
    if e5 is not None: t4.append(e5)
  t6 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t6 = []
   for e7 in t4:
    t8 = e7.get('Enabled') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
    t9 = t8 if t8 is True or t8 is False else truth(t8)
    if t9 is True:
     if e7 is not None: t6.append(e7)
    elif t9 is not False: t6.append(merged((t9,)))
  return t6
 return f1

def p4():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('LogPublishingOptions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('AUDIT_LOGS') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('Enabled') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  return t5
 return f1

def p5():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('LogPublishingOptions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('ES_APPLICATION_LOGS') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('Enabled') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  return t5
 return f1

def p6():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('LogPublishingOptions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('INDEX_SLOW_LOGS') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('Enabled') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  return t5
 return f1

def p7():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('LogPublishingOptions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('SEARCH_SLOW_LOGS') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('Enabled') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  return t5
 return f1

def p8():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('NodeToNodeEncryptionOptions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('Enabled') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p9():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('VPCOptions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('SubnetIds') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p10():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('encryptionAtRestOptions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('enabled') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p11():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('logPublishingOptions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is dict:
   t4 = []
   for e5 in t3.values():
    if e5 is not None: t4.append(e5)
  t6 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t6 = []
   for e7 in t4:
    t8 = e7.get('enabled') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
    t9 = t8 if t8 is True or t8 is False else truth(t8)
    if t9 is True:
     if e7 is not None: t6.append(e7)
    elif t9 is not False: t6.append(merged((t9,)))
  return t6
 return f1

def p12():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('logPublishingOptions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('ES_APPLICATION_LOGS') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('enabled') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  return t5
 return f1

def p13():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('logPublishingOptions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('INDEX_SLOW_LOGS') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('enabled') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  return t5
 return f1

def p14():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('logPublishingOptions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('SEARCH_SLOW_LOGS') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('enabled') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  return t5
 return f1

def p15():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('nodeToNodeEncryptionOptions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('enabled') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p16():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('vpcoptions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('subnetIds') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p17():
 k8 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('groups') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('LogPublishingOptions') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5.get('AUDIT_LOGS') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = t6.get('CloudWatchLogsLogGroupArn') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
  t9 = k8(t3, t7)
  return t9
 return f1

def p18():
 k4 = 'error'
 k5 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('logs') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t6 = k5(t3, k4)
  return t6
 return f1

def p19():
 k4 = 'index'
 k5 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('logs') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t6 = k5(t3, k4)
  return t6
 return f1

def p20():
 k4 = 'search'
 k5 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('logs') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t6 = k5(t3, k4)
  return t6
 return f1

def p21():
 k7 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('policies') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('DomainEndpointOptions') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5.get('TLSSecurityPolicy') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t8 = k7(t3, t6)
  return t8
 return f1

def p22():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('groups') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p23():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('policies') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

EXPRESSIONS = {
 'configuration.AdvancedSecurityOptions.Enabled': p0,
 'configuration.DomainEndpointOptions.EnforceHTTPS': p1,
 'configuration.EncryptionAtRestOptions.Enabled': p2,
 'configuration.LogPublishingOptions.* | [?Enabled]': p3,
 'configuration.LogPublishingOptions.AUDIT_LOGS.Enabled': p4,
 'configuration.LogPublishingOptions.ES_APPLICATION_LOGS.Enabled': p5,
 'configuration.LogPublishingOptions.INDEX_SLOW_LOGS.Enabled': p6,
 'configuration.LogPublishingOptions.SEARCH_SLOW_LOGS.Enabled': p7,
 'configuration.NodeToNodeEncryptionOptions.Enabled': p8,
 'configuration.VPCOptions.SubnetIds': p9,
 'configuration.encryptionAtRestOptions.enabled': p10,
 'configuration.logPublishingOptions.* | [?enabled]': p11,
 'configuration.logPublishingOptions.ES_APPLICATION_LOGS.enabled': p12,
 'configuration.logPublishingOptions.INDEX_SLOW_LOGS.enabled': p13,
 'configuration.logPublishingOptions.SEARCH_SLOW_LOGS.enabled': p14,
 'configuration.nodeToNodeEncryptionOptions.enabled': p15,
 'configuration.vpcoptions.subnetIds': p16,
 'contains(params.groups, configuration.LogPublishingOptions.AUDIT_LOGS.CloudWatchLogsLogGroupArn)': p17,
 "contains(params.logs, 'error')": p18,
 "contains(params.logs, 'index')": p19,
 "contains(params.logs, 'search')": p20,
 'contains(params.policies, configuration.DomainEndpointOptions.TLSSecurityPolicy)': p21,
 'params.groups': p22,
 'params.policies': p23,
}
globals().update(RUNTIME)
