"""What rules of lambda compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('deadLetterConfig') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('targetArn') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p1():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('vpcConfig') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('subnetIds') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p2():
 k7 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('queues') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('deadLetterConfig') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5.get('targetArn') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t8 = k7(t3, t6)
  return t8
 return f1

def p3():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('queues') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p4():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('subnets') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p5():
 k4 = CALLABLE['type'].run
 k6 = 'array'
 k16 = CALLABLE['public_statements'].run
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('Policy') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t5 = k4(t3)
  t7 = equal(t5, k6) if type(t5) is Unresolved else t5 == k6
  t8 = t7
  if t8 is not False:
   t9 = it if type(it) is Unresolved else None
   if it is not None and t9 is None:
    t10 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
    t11 = t10.get('Policy') if type(t10) is dict else merged((t10,)) if type(t10) is Unresolved else None
    t9 = {'Statement': t11}
   if t8 is True or t9 is False: t8 = t9
  t12 = t8
  t13 = truth(t12)
  if type(t13) is Unresolved: t12 = t13
  elif t13 is False:
   t14 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t15 = t14.get('Policy') if type(t14) is dict else merged((t14,)) if type(t14) is Unresolved else None
   t12 = t15
  t17 = k16(t12)
  return t17
 return f1

def p6():
 k4 = CALLABLE['type'].run
 k6 = 'array'
 k16 = 'lambda:InvokeFunction'
 k17 = CALLABLE['services_allowed'].run
 k22 = 's3.amazonaws.com'
 k26 = ''
 k27 = CALLABLE['not_null'].run
 k29 = 'sourceaccount'
 k30 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('Policy') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t5 = k4(t3)
  t7 = equal(t5, k6) if type(t5) is Unresolved else t5 == k6
  t8 = t7
  if t8 is not False:
   t9 = it if type(it) is Unresolved else None
   if it is not None and t9 is None:
    t10 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
    t11 = t10.get('Policy') if type(t10) is dict else merged((t10,)) if type(t10) is Unresolved else None
    t9 = {'Statement': t11}
   if t8 is True or t9 is False: t8 = t9
  t12 = t8
  t13 = truth(t12)
  if type(t13) is Unresolved: t12 = t13
  elif t13 is False:
   t14 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t15 = t14.get('Policy') if type(t14) is dict else merged((t14,)) if type(t14) is Unresolved else None
   t12 = t15
  t18 = k17(t12, k16)
  t19 = t18 if type(t18) is Unresolved else None
  if type(t18) is list:
   t19 = []
   for e20 in t18:
    t21 = e20.get('principal') if type(e20) is dict else merged((e20,)) if type(e20) is Unresolved else None
    t23 = equal(t21, k22) if type(t21) is Unresolved else t21 == k22
    t24 = t23
    if t24 is not False:
     t25 = e20.get('condition') if type(e20) is dict else merged((e20,)) if type(e20) is Unresolved else None
     t28 = k27(t25, k26)
     t31 = k30(t28, k29)
     t32 = negated(t31)
     if t32 is False or t24 is True: t24 = t32
     elif t32 is not True: t24 = merged((t24, t32))
    if t24 is True:
     t33 = e20.get('statement') if type(e20) is dict else merged((e20,)) if type(e20) is Unresolved else None
     if t33 is not None: t19.append(t33)
    elif t24 is not False: t19.append(merged((t24,)))
  return t19
 return f1

def p7():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('Concurrency') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('reservedConcurrentExecutions') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = t5.get('most') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = ordered('lte', t4, t6)
  return t7
 return f1

def p8():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('Concurrency') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('reservedConcurrentExecutions') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = t5.get('least') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = ordered('gte', t4, t6)
  return t7
 return f1

def p9():
 k7 = CALLABLE['without'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('vpcConfig') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('subnetIds') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = t5.get('subnets') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t8 = k7(t4, t6)
  return t8
 return f1

EXPRESSIONS = {
 'configuration.deadLetterConfig.targetArn': p0,
 'configuration.vpcConfig.subnetIds': p1,
 'contains(params.queues, configuration.deadLetterConfig.targetArn)': p2,
 'params.queues': p3,
 'params.subnets': p4,
 "public_statements(type(supplementaryConfiguration.Policy) == 'array' && {Statement: supplementaryConfiguration.Policy} || supplementaryConfiguration.Policy)": p5,
 "services_allowed(type(supplementaryConfiguration.Policy) == 'array' && {Statement: supplementaryConfiguration.Policy} || supplementaryConfiguration.Policy, 'lambda:InvokeFunction')[?principal == 's3.amazonaws.com' && !contains(not_null(condition, ''), 'sourceaccount')].statement": p6,
 'supplementaryConfiguration.Concurrency.reservedConcurrentExecutions <= params.most': p7,
 'supplementaryConfiguration.Concurrency.reservedConcurrentExecutions >= params.least': p8,
 'without(configuration.vpcConfig.subnetIds, params.subnets)': p9,
}
globals().update(RUNTIME)
