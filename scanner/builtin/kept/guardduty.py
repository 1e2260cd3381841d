"""What rules of guardduty compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it.get('awsRegion') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  return t2
 return f1

def p1():
 k5 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('accounts') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('accountId') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = k5(t3, t4)
  return t6
 return f1

def p2():
 def f1(it):
  t2 = it.get('detectors') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    t5 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
    t6 = t5.get('Enable') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
    t7 = equal(t6, True) if type(t6) is Unresolved else t6 is True
    if t7 is True:
     t8 = e4.get('resourceId') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     if t8 is not None: t3.append(t8)
    elif t7 is not False: t3.append(merged((t7,)))
  return t3
 return f1

def p3():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('accounts') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p4():
 k11 = CALLABLE['without'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('accounts') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('detectors') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t5 = []
   for e6 in t4:
    for e7 in e6 if type(e6) is list else (e6,):
     t8 = e7.get('supplementaryConfiguration') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
     t9 = t8.get('Administrator') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
     t10 = t9.get('AccountId') if type(t9) is dict else merged((t9,)) if type(t9) is Unresolved else None
     if t10 is not None: t5.append(t10)
  t12 = k11(t3, t5)
  t13 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t14 = t13.get('accounts') if type(t13) is dict else merged((t13,)) if type(t13) is Unresolved else None
  t15 = equal(t12, t14)
  return t15
 return f1

EXPRESSIONS = {
 'awsRegion': p0,
 'contains(params.accounts, accountId)': p1,
 'detectors[?configuration.Enable == `true`].resourceId': p2,
 'params.accounts': p3,
 'without(params.accounts, detectors[].supplementaryConfiguration.Administrator.AccountId) == params.accounts': p4,
}
globals().update(RUNTIME)
