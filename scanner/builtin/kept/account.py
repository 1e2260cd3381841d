"""What rules of account compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('accountSummary') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('AccountAccessKeysPresent') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p1():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('accountSummary') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('AccountMFAEnabled') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p2():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('organization') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('masterAccountId') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p3():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('organization') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('masterAccountId') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = t5.get('management') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = equal(t4, t6)
  return t7
 return f1

def p4():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('rootCredentials') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('access_key_1_last_used_date') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p5():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('rootCredentials') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('access_key_2_last_used_date') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p6():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('rootCredentials') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('password_last_used') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p7():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('securityContact') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('emailAddress') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p8():
 k8 = ':root'
 k9 = CALLABLE['ends_with'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('virtualMFADevices') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('user') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t7 = t6.get('arn') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
    t10 = k9(t7, k8)
    if t10 is True:
     t11 = e5.get('serialNumber') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     if t11 is not None: t4.append(t11)
    elif t10 is not False: t4.append(merged((t10,)))
  return t4
 return f1

def p9():
 k6 = CALLABLE['days_between'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('rootCredentials') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('access_key_1_last_used_date') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = it.get('now') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t7 = k6(t4, t5)
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('days') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t10 = ordered('gt', t7, t9)
  return t10
 return f1

def p10():
 k6 = CALLABLE['days_between'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('rootCredentials') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('access_key_2_last_used_date') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = it.get('now') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t7 = k6(t4, t5)
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('days') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t10 = ordered('gt', t7, t9)
  return t10
 return f1

def p11():
 k6 = CALLABLE['days_between'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('rootCredentials') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('password_last_used') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = it.get('now') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t7 = k6(t4, t5)
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('days') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t10 = ordered('gt', t7, t9)
  return t10
 return f1

def p12():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('management') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

EXPRESSIONS = {
 'configuration.accountSummary.AccountAccessKeysPresent': p0,
 'configuration.accountSummary.AccountMFAEnabled': p1,
 'configuration.organization.masterAccountId': p2,
 'configuration.organization.masterAccountId == params.management': p3,
 'configuration.rootCredentials.access_key_1_last_used_date': p4,
 'configuration.rootCredentials.access_key_2_last_used_date': p5,
 'configuration.rootCredentials.password_last_used': p6,
 'configuration.securityContact.emailAddress': p7,
 "configuration.virtualMFADevices[?ends_with(user.arn, ':root')].serialNumber": p8,
 'days_between(configuration.rootCredentials.access_key_1_last_used_date, now) > params.days': p9,
 'days_between(configuration.rootCredentials.access_key_2_last_used_date, now) > params.days': p10,
 'days_between(configuration.rootCredentials.password_last_used, now) > params.days': p11,
 'params.management': p12,
}
globals().update(RUNTIME)
