"""What rules of accessanalyzer compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 k7 = 'ACTIVE'
 k10 = ['ACCOUNT', 'ORGANIZATION']
 k12 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('accessAnalyzers') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('status') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t8 = equal(t6, k7) if type(t6) is Unresolved else t6 == k7
    t9 = t8
    if t9 is not False:
     t11 = e5.get('type') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t13 = k12(k10, t11)
     if t13 is False or t9 is True: t9 = t13
     elif t13 is not True: t9 = merged((t9, t13))
    if t9 is True:
     t14 = e5.get('arn') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     if t14 is not None: t4.append(t14)
    elif t9 is not False: t4.append(merged((t9,)))
  return t4
 return f1

EXPRESSIONS = {
 'configuration.accessAnalyzers[?status == \'ACTIVE\' && contains(`["ACCOUNT", "ORGANIZATION"]`, type)].arn': p0,
}
globals().update(RUNTIME)
