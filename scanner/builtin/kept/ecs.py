"""What rules of ecs compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 k15 = ''
 k19 = 'root'
 k23 = '0'
 k27 = ''
 k28 = CALLABLE['not_null'].run
 k30 = 'root:'
 k31 = CALLABLE['starts_with'].run
 k35 = ''
 k36 = CALLABLE['not_null'].run
 k38 = '0:'
 k39 = CALLABLE['starts_with'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('ContainerDefinitions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('Privileged') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t7 = equal(t6, True) if type(t6) is Unresolved else t6 is True
    t8 = negated(t7)
    if t8 is True:
     if e5 is not None: t4.append(e5)
    elif t8 is not False: t4.append(merged((t8,)))
  t9 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t9 = []
   for e10 in t4:
    t11 = e10.get('User') if type(e10) is dict else merged((e10,)) if type(e10) is Unresolved else None
    t12 = equal(t11, None) if type(t11) is Unresolved else t11 is None
    t13 = t12
    if t13 is not True:
     t14 = e10.get('User') if type(e10) is dict else merged((e10,)) if type(e10) is Unresolved else None
     t16 = equal(t14, k15) if type(t14) is Unresolved else t14 == k15
     if t16 is True or t13 is False: t13 = t16
     elif t16 is not False: t13 = merged((t13, t16))
    t17 = t13
    if t17 is not True:
     t18 = e10.get('User') if type(e10) is dict else merged((e10,)) if type(e10) is Unresolved else None
     t20 = equal(t18, k19) if type(t18) is Unresolved else t18 == k19
     if t20 is True or t17 is False: t17 = t20
     elif t20 is not False: t17 = merged((t17, t20))
    t21 = t17
    if t21 is not True:
     t22 = e10.get('User') if type(e10) is dict else merged((e10,)) if type(e10) is Unresolved else None
     t24 = equal(t22, k23) if type(t22) is Unresolved else t22 == k23
     if t24 is True or t21 is False: t21 = t24
     elif t24 is not False: t21 = merged((t21, t24))
    t25 = t21
    if t25 is not True:
     t26 = e10.get('User') if type(e10) is dict else merged((e10,)) if type(e10) is Unresolved else None
     t29 = k28(t26, k27)
     t32 = k31(t29, k30)
     if t32 is True or t25 is False: t25 = t32
     elif t32 is not False: t25 = merged((t25, t32))
    t33 = t25
    if t33 is not True:
     t34 = e10.get('User') if type(e10) is dict else merged((e10,)) if type(e10) is Unresolved else None
     t37 = k36(t34, k35)
     t40 = k39(t37, k38)
     if t40 is True or t33 is False: t33 = t40
     elif t40 is not False: t33 = merged((t33, t40))
    if t33 is True:
     t41 = e10.get('Name') if type(e10) is dict else merged((e10,)) if type(e10) is Unresolved else None
     if t41 is not None: t9.append(t41)
    elif t33 is not False: t9.append(merged((t33,)))
  return t9
 return f1

def p1():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('ContainerDefinitions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('Privileged') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t7 = t6 if t6 is True or t6 is False else truth(t6)
    if t7 is True:
     t8 = e5.get('Name') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     if t8 is not None: t4.append(t8)
    elif t7 is not False: t4.append(merged((t7,)))
  return t4
 return f1

def p2():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('ContainerDefinitions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('ReadonlyRootFilesystem') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t7 = equal(t6, True) if type(t6) is Unresolved else t6 is True
    t8 = negated(t7)
    if t8 is True:
     t9 = e5.get('Name') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     if t9 is not None: t4.append(t9)
    elif t8 is not False: t4.append(merged((t8,)))
  return t4
 return f1

def p3():
 k10 = ''
 k14 = 'root'
 k18 = '0'
 k22 = ''
 k23 = CALLABLE['not_null'].run
 k25 = 'root:'
 k26 = CALLABLE['starts_with'].run
 k30 = ''
 k31 = CALLABLE['not_null'].run
 k33 = '0:'
 k34 = CALLABLE['starts_with'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('ContainerDefinitions') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('User') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t7 = equal(t6, None) if type(t6) is Unresolved else t6 is None
    t8 = t7
    if t8 is not True:
     t9 = e5.get('User') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t11 = equal(t9, k10) if type(t9) is Unresolved else t9 == k10
     if t11 is True or t8 is False: t8 = t11
     elif t11 is not False: t8 = merged((t8, t11))
    t12 = t8
    if t12 is not True:
     t13 = e5.get('User') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t15 = equal(t13, k14) if type(t13) is Unresolved else t13 == k14
     if t15 is True or t12 is False: t12 = t15
     elif t15 is not False: t12 = merged((t12, t15))
    t16 = t12
    if t16 is not True:
     t17 = e5.get('User') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t19 = equal(t17, k18) if type(t17) is Unresolved else t17 == k18
     if t19 is True or t16 is False: t16 = t19
     elif t19 is not False: t16 = merged((t16, t19))
    t20 = t16
    if t20 is not True:
     t21 = e5.get('User') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t24 = k23(t21, k22)
     t27 = k26(t24, k25)
     if t27 is True or t20 is False: t20 = t27
     elif t27 is not False: t20 = merged((t20, t27))
    t28 = t20
    if t28 is not True:
     t29 = e5.get('User') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t32 = k31(t29, k30)
     t35 = k34(t32, k33)
     if t35 is True or t28 is False: t28 = t35
     elif t35 is not False: t28 = merged((t28, t35))
    if t28 is True:
     t36 = e5.get('Name') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     if t36 is not None: t4.append(t36)
    elif t28 is not False: t4.append(merged((t28,)))
  return t4
 return f1

def p4():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('NetworkMode') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

EXPRESSIONS = {
 "configuration.ContainerDefinitions[?Privileged != `true`] | [?User == `null` || User == '' || User == 'root' || User == '0' || starts_with(not_null(User, ''), 'root:') || starts_with(not_null(User, ''), '0:')].Name": p0,
 'configuration.ContainerDefinitions[?Privileged].Name': p1,
 'configuration.ContainerDefinitions[?ReadonlyRootFilesystem != `true`].Name': p2,
 "configuration.ContainerDefinitions[?User == `null` || User == '' || User == 'root' || User == '0' || starts_with(not_null(User, ''), 'root:') || starts_with(not_null(User, ''), '0:') ].Name": p3,
 'configuration.NetworkMode': p4,
}
globals().update(RUNTIME)
