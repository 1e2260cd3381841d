"""What rules of sns compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it if type(it) is Unresolved else None
  if it is not None and t2 is None:
   t3 = it.get('alarms') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t4 = it.get('trails') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t2 = [t3, t4]
  t5 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t5 = []
   for e6 in t2:
    for e7 in e6 if type(e6) is list else (e6,):
     if e7 is not None: t5.append(e7)
  return t5
 return f1

def p1():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('KmsMasterKeyId') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p2():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('SubscriptionsConfirmed') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p3():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('TopicArn') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p4():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('alarmActions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p5():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('snsTopicARN') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p6():
 k6 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('keys') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('KmsMasterKeyId') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  return t7
 return f1

def p7():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('keys') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p8():
 k4 = CALLABLE['public_statements'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('Policy') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t5 = k4(t3)
  return t5
 return f1

def p9():
 k7 = 'PendingConfirmation'
 k13 = 'Deleted'
 def f1(it):
  t2 = it.get('subscriptions') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    t5 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
    t6 = t5.get('SubscriptionArn') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
    t8 = equal(t6, k7) if type(t6) is Unresolved else t6 == k7
    t9 = negated(t8)
    t10 = t9
    if t10 is not False:
     t11 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     t12 = t11.get('SubscriptionArn') if type(t11) is dict else merged((t11,)) if type(t11) is Unresolved else None
     t14 = equal(t12, k13) if type(t12) is Unresolved else t12 == k13
     t15 = negated(t14)
     if t15 is False or t10 is True: t10 = t15
     elif t15 is not True: t10 = merged((t10, t15))
    if t10 is True:
     t16 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     t17 = t16.get('SubscriptionArn') if type(t16) is dict else merged((t16,)) if type(t16) is Unresolved else None
     if t17 is not None: t3.append(t17)
    elif t10 is not False: t3.append(merged((t10,)))
  return t3
 return f1

EXPRESSIONS = {
 '[alarms, trails][]': p0,
 'configuration.KmsMasterKeyId': p1,
 'configuration.SubscriptionsConfirmed': p2,
 'configuration.TopicArn': p3,
 'configuration.alarmActions': p4,
 'configuration.snsTopicARN': p5,
 'contains(params.keys, configuration.KmsMasterKeyId)': p6,
 'params.keys': p7,
 'public_statements(configuration.Policy)': p8,
 "subscriptions[?configuration.SubscriptionArn != 'PendingConfirmation' && configuration.SubscriptionArn != 'Deleted'].configuration.SubscriptionArn": p9,
}
globals().update(RUNTIME)
