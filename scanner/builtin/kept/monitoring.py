"""What rules of monitoring compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it.get('accountId') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  return t2
 return f1

def p1():
 k7 = 'authorization-failures'
 k10 = CALLABLE['alarm_chain'].run
 def f1(it):
  t2 = it.get('trails') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('filters') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = it.get('alarms') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = it.get('topics') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = it.get('subscriptions') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('events') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t11 = k10(t2, t3, t4, t5, t6, k7, t9)
  return t11
 return f1

def p2():
 k7 = 'cloudtrail-changes'
 k10 = CALLABLE['alarm_chain'].run
 def f1(it):
  t2 = it.get('trails') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('filters') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = it.get('alarms') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = it.get('topics') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = it.get('subscriptions') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('events') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t11 = k10(t2, t3, t4, t5, t6, k7, t9)
  return t11
 return f1

def p3():
 k7 = 'config-changes'
 k10 = CALLABLE['alarm_chain'].run
 def f1(it):
  t2 = it.get('trails') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('filters') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = it.get('alarms') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = it.get('topics') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = it.get('subscriptions') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('events') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t11 = k10(t2, t3, t4, t5, t6, k7, t9)
  return t11
 return f1

def p4():
 k7 = 'console-sign-in-failures'
 k10 = CALLABLE['alarm_chain'].run
 def f1(it):
  t2 = it.get('trails') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('filters') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = it.get('alarms') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = it.get('topics') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = it.get('subscriptions') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('events') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t11 = k10(t2, t3, t4, t5, t6, k7, t9)
  return t11
 return f1

def p5():
 k7 = 'console-sign-in-without-mfa'
 k10 = CALLABLE['alarm_chain'].run
 def f1(it):
  t2 = it.get('trails') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('filters') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = it.get('alarms') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = it.get('topics') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = it.get('subscriptions') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('events') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t11 = k10(t2, t3, t4, t5, t6, k7, t9)
  return t11
 return f1

def p6():
 k7 = 'ec2-instance-changes'
 k10 = CALLABLE['alarm_chain'].run
 def f1(it):
  t2 = it.get('trails') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('filters') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = it.get('alarms') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = it.get('topics') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = it.get('subscriptions') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('events') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t11 = k10(t2, t3, t4, t5, t6, k7, t9)
  return t11
 return f1

def p7():
 k7 = 'iam-policy-changes'
 k10 = CALLABLE['alarm_chain'].run
 def f1(it):
  t2 = it.get('trails') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('filters') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = it.get('alarms') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = it.get('topics') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = it.get('subscriptions') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('events') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t11 = k10(t2, t3, t4, t5, t6, k7, t9)
  return t11
 return f1

def p8():
 k7 = 'kms-key-disabling-or-deletion'
 k10 = CALLABLE['alarm_chain'].run
 def f1(it):
  t2 = it.get('trails') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('filters') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = it.get('alarms') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = it.get('topics') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = it.get('subscriptions') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('events') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t11 = k10(t2, t3, t4, t5, t6, k7, t9)
  return t11
 return f1

def p9():
 k7 = 'network-acl-changes'
 k10 = CALLABLE['alarm_chain'].run
 def f1(it):
  t2 = it.get('trails') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('filters') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = it.get('alarms') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = it.get('topics') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = it.get('subscriptions') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('events') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t11 = k10(t2, t3, t4, t5, t6, k7, t9)
  return t11
 return f1

def p10():
 k7 = 'network-gateway-changes'
 k10 = CALLABLE['alarm_chain'].run
 def f1(it):
  t2 = it.get('trails') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('filters') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = it.get('alarms') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = it.get('topics') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = it.get('subscriptions') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('events') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t11 = k10(t2, t3, t4, t5, t6, k7, t9)
  return t11
 return f1

def p11():
 k7 = 'organizations-changes'
 k10 = CALLABLE['alarm_chain'].run
 def f1(it):
  t2 = it.get('trails') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('filters') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = it.get('alarms') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = it.get('topics') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = it.get('subscriptions') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('events') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t11 = k10(t2, t3, t4, t5, t6, k7, t9)
  return t11
 return f1

def p12():
 k7 = 'root-use'
 k10 = CALLABLE['alarm_chain'].run
 def f1(it):
  t2 = it.get('trails') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('filters') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = it.get('alarms') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = it.get('topics') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = it.get('subscriptions') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('events') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t11 = k10(t2, t3, t4, t5, t6, k7, t9)
  return t11
 return f1

def p13():
 k7 = 'route-table-changes'
 k10 = CALLABLE['alarm_chain'].run
 def f1(it):
  t2 = it.get('trails') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('filters') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = it.get('alarms') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = it.get('topics') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = it.get('subscriptions') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('events') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t11 = k10(t2, t3, t4, t5, t6, k7, t9)
  return t11
 return f1

def p14():
 k7 = 's3-bucket-activity'
 k10 = CALLABLE['alarm_chain'].run
 def f1(it):
  t2 = it.get('trails') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('filters') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = it.get('alarms') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = it.get('topics') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = it.get('subscriptions') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('events') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t11 = k10(t2, t3, t4, t5, t6, k7, t9)
  return t11
 return f1

def p15():
 k7 = 'security-group-changes'
 k10 = CALLABLE['alarm_chain'].run
 def f1(it):
  t2 = it.get('trails') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('filters') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = it.get('alarms') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = it.get('topics') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = it.get('subscriptions') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('events') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t11 = k10(t2, t3, t4, t5, t6, k7, t9)
  return t11
 return f1

def p16():
 k7 = 'vpc-changes'
 k10 = CALLABLE['alarm_chain'].run
 def f1(it):
  t2 = it.get('trails') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('filters') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = it.get('alarms') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = it.get('topics') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = it.get('subscriptions') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('events') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t11 = k10(t2, t3, t4, t5, t6, k7, t9)
  return t11
 return f1

def p17():
 k6 = CALLABLE['alarm_gaps'].run
 def f1(it):
  t2 = it if type(it) is Unresolved else None
  if it is not None and t2 is None:
   t2 = [it]
  t3 = it.get('alarms') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('events') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t2, t3, t5)
  return t7
 return f1

def p18():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('actionsEnabled') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p19():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('alarmActions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p20():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('insufficientDataActions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p21():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('okactions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p22():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('actions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p23():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('on_alarm') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p24():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('on_insufficient_data') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p25():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('on_ok') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p26():
 k4 = CALLABLE['use_cases_served'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('FilterPattern') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t5 = k4(t3)
  return t5
 return f1

def p27():
 k14 = CALLABLE['without'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('actions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it if type(it) is Unresolved else None
  if it is not None and t4 is None:
   t5 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t6 = t5.get('alarmActions') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
   t7 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t8 = t7.get('okactions') if type(t7) is dict else merged((t7,)) if type(t7) is Unresolved else None
   t9 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t10 = t9.get('insufficientDataActions') if type(t9) is dict else merged((t9,)) if type(t9) is Unresolved else None
   t4 = [t6, t8, t10]
  t11 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t11 = []
   for e12 in t4:
    for e13 in e12 if type(e12) is list else (e12,):
     if e13 is not None: t11.append(e13)
  t15 = k14(t3, t11)
  t16 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t17 = t16.get('actions') if type(t16) is dict else merged((t16,)) if type(t16) is Unresolved else None
  t18 = equal(t15, t17)
  return t18
 return f1

EXPRESSIONS = {
 'accountId': p0,
 "alarm_chain(trails, filters, alarms, topics, subscriptions, 'authorization-failures', params.events)": p1,
 "alarm_chain(trails, filters, alarms, topics, subscriptions, 'cloudtrail-changes', params.events)": p2,
 "alarm_chain(trails, filters, alarms, topics, subscriptions, 'config-changes', params.events)": p3,
 "alarm_chain(trails, filters, alarms, topics, subscriptions, 'console-sign-in-failures', params.events)": p4,
 "alarm_chain(trails, filters, alarms, topics, subscriptions, 'console-sign-in-without-mfa', params.events)": p5,
 "alarm_chain(trails, filters, alarms, topics, subscriptions, 'ec2-instance-changes', params.events)": p6,
 "alarm_chain(trails, filters, alarms, topics, subscriptions, 'iam-policy-changes', params.events)": p7,
 "alarm_chain(trails, filters, alarms, topics, subscriptions, 'kms-key-disabling-or-deletion', params.events)": p8,
 "alarm_chain(trails, filters, alarms, topics, subscriptions, 'network-acl-changes', params.events)": p9,
 "alarm_chain(trails, filters, alarms, topics, subscriptions, 'network-gateway-changes', params.events)": p10,
 "alarm_chain(trails, filters, alarms, topics, subscriptions, 'organizations-changes', params.events)": p11,
 "alarm_chain(trails, filters, alarms, topics, subscriptions, 'root-use', params.events)": p12,
 "alarm_chain(trails, filters, alarms, topics, subscriptions, 'route-table-changes', params.events)": p13,
 "alarm_chain(trails, filters, alarms, topics, subscriptions, 's3-bucket-activity', params.events)": p14,
 "alarm_chain(trails, filters, alarms, topics, subscriptions, 'security-group-changes', params.events)": p15,
 "alarm_chain(trails, filters, alarms, topics, subscriptions, 'vpc-changes', params.events)": p16,
 'alarm_gaps([@], alarms, params.events)': p17,
 'configuration.actionsEnabled': p18,
 'configuration.alarmActions': p19,
 'configuration.insufficientDataActions': p20,
 'configuration.okactions': p21,
 'params.actions': p22,
 'params.on_alarm': p23,
 'params.on_insufficient_data': p24,
 'params.on_ok': p25,
 'use_cases_served(configuration.FilterPattern)': p26,
 'without(params.actions, [configuration.alarmActions, configuration.okactions, configuration.insufficientDataActions][]) == params.actions': p27,
}
globals().update(RUNTIME)
