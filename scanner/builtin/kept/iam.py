"""What rules of iam compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it.get('accountId') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  return t2
 return f1

def p1():
 k10 = ['arn:aws:kms:*:*:key/*']
 k11 = CALLABLE['allowed_everywhere'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('groupPolicyList') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     t7 = e6.get('policyDocument') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t7 is not None: t4.append(t7)
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('actions') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t12 = k11(t4, t9, k10)
  return t12
 return f1

def p2():
 k12 = ['arn:aws:kms:*:*:key/*']
 k13 = CALLABLE['allowed_everywhere'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('policyVersionList') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('isDefaultVersion') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t7 = t6 if t6 is True or t6 is False else truth(t6)
    if t7 is True:
     if e5 is not None: t4.append(e5)
    elif t7 is not False: t4.append(merged((t7,)))
  t8 = element(t4, 0)
  t9 = t8.get('document') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t10 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t11 = t10.get('actions') if type(t10) is dict else merged((t10,)) if type(t10) is Unresolved else None
  t14 = k13(t9, t11, k12)
  return t14
 return f1

def p3():
 k10 = ['arn:aws:kms:*:*:key/*']
 k11 = CALLABLE['allowed_everywhere'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('rolePolicyList') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     t7 = e6.get('policyDocument') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t7 is not None: t4.append(t7)
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('actions') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t12 = k11(t4, t9, k10)
  return t12
 return f1

def p4():
 k10 = ['arn:aws:kms:*:*:key/*']
 k11 = CALLABLE['allowed_everywhere'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('userPolicyList') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     t7 = e6.get('policyDocument') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t7 is not None: t4.append(t7)
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('actions') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t12 = k11(t4, t9, k10)
  return t12
 return f1

def p5():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('attachedManagedPolicies') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     t7 = e6.get('policyArn') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t7 is not None: t4.append(t7)
  return t4
 return f1

def p6():
 k10 = ['arn:aws:iam::aws:policy/AdministratorAccess', 'arn:aws-cn:iam::aws:policy/AdministratorAccess', 'arn:aws-us-gov:iam::aws:policy/AdministratorAccess']
 k11 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('attachedManagedPolicies') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     t7 = e6.get('policyArn') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t7 is not None: t4.append(t7)
  t8 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t8 = []
   for e9 in t4:
    t12 = k11(k10, e9)
    if t12 is True:
     if e9 is not None: t8.append(e9)
    elif t12 is not False: t8.append(merged((t12,)))
  return t8
 return f1

def p7():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('groupList') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p8():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('groupName') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p9():
 k8 = CALLABLE['full_admin'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('groupPolicyList') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     if type(e6) is Unresolved: t4.append(merged((e6,)))
     else:
      t7 = e6.get('policyDocument') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
      t9 = k8(t7)
      if t9 is not None: t4.append(t9)
  t10 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t10 = []
   for e11 in t4:
    for e12 in e11 if type(e11) is list else (e11,):
     if e12 is not None: t10.append(e12)
  return t10
 return f1

def p10():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('groupPolicyList') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     t7 = e6.get('policyName') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t7 is not None: t4.append(t7)
  return t4
 return f1

def p11():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('passwordPolicy') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('maxPasswordAge') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = t5.get('days') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = ordered('lte', t4, t6)
  return t7
 return f1

def p12():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('passwordPolicy') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('minimumPasswordLength') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = t5.get('length') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = ordered('gte', t4, t6)
  return t7
 return f1

def p13():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('passwordPolicy') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('passwordReusePrevention') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = t5.get('passwords') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = ordered('gte', t4, t6)
  return t7
 return f1

def p14():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('passwordPolicy') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('passwordReusePrevention') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t6 = t5.get('reuse') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t7 = ordered('gte', t4, t6)
  return t7
 return f1

def p15():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('passwordPolicy') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('requireLowercaseCharacters') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p16():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('passwordPolicy') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('requireNumbers') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p17():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('passwordPolicy') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('requireSymbols') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p18():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('passwordPolicy') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('requireUppercaseCharacters') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p19():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('permissionsBoundaryUsageCount') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p20():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('policyVersionList') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('isDefaultVersion') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t7 = t6 if t6 is True or t6 is False else truth(t6)
    if t7 is True:
     t8 = e5.get('document') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     if t8 is not None: t4.append(t8)
    elif t7 is not False: t4.append(merged((t7,)))
  return t4
 return f1

def p21():
 k9 = CALLABLE['full_admin'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('policyVersionList') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('isDefaultVersion') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t7 = t6 if t6 is True or t6 is False else truth(t6)
    if t7 is True:
     if type(e5) is Unresolved: t4.append(merged((e5,)))
     else:
      t8 = e5.get('document') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
      t10 = k9(t8)
      if t10 is not None: t4.append(t10)
    elif t7 is not False: t4.append(merged((t7,)))
  t11 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t11 = []
   for e12 in t4:
    for e13 in e12 if type(e12) is list else (e12,):
     if e13 is not None: t11.append(e13)
  return t11
 return f1

def p22():
 k9 = CALLABLE['whole_services'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('policyVersionList') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('isDefaultVersion') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t7 = t6 if t6 is True or t6 is False else truth(t6)
    if t7 is True:
     if type(e5) is Unresolved: t4.append(merged((e5,)))
     else:
      t8 = e5.get('document') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
      t10 = k9(t8)
      if t10 is not None: t4.append(t10)
    elif t7 is not False: t4.append(merged((t7,)))
  t11 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t11 = []
   for e12 in t4:
    for e13 in e12 if type(e12) is list else (e12,):
     if e13 is not None: t11.append(e13)
  return t11
 return f1

def p23():
 k8 = CALLABLE['full_admin'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('rolePolicyList') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     if type(e6) is Unresolved: t4.append(merged((e6,)))
     else:
      t7 = e6.get('policyDocument') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
      t9 = k8(t7)
      if t9 is not None: t4.append(t9)
  t10 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t10 = []
   for e11 in t4:
    for e12 in e11 if type(e11) is list else (e11,):
     if e12 is not None: t10.append(e12)
  return t10
 return f1

def p24():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('rolePolicyList') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     t7 = e6.get('policyName') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t7 is not None: t4.append(t7)
  return t4
 return f1

def p25():
 k8 = CALLABLE['full_admin'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('userPolicyList') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     if type(e6) is Unresolved: t4.append(merged((e6,)))
     else:
      t7 = e6.get('policyDocument') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
      t9 = k8(t7)
      if t9 is not None: t4.append(t9)
  t10 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t10 = []
   for e11 in t4:
    for e12 in e11 if type(e11) is list else (e11,):
     if e12 is not None: t10.append(e12)
  return t10
 return f1

def p26():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('userPolicyList') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     t7 = e6.get('policyName') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t7 is not None: t4.append(t7)
  return t4
 return f1

def p27():
 k14 = CALLABLE['contains'].run
 k17 = ['ANY', 'IAM_GROUP']
 k20 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('groups') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('configuration') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t7 = t6.get('attachedManagedPolicies') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
     if t7 is not None: t3.append(t7)
  t8 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t8 = []
   for e9 in t3:
    for e10 in e9 if type(e9) is list else (e9,):
     t11 = e10.get('policyArn') if type(e10) is dict else merged((e10,)) if type(e10) is Unresolved else None
     if t11 is not None: t8.append(t11)
  t12 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t13 = t12.get('policy') if type(t12) is dict else merged((t12,)) if type(t12) is Unresolved else None
  t15 = k14(t8, t13)
  t16 = t15
  if t16 is not False:
   t18 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t19 = t18.get('used_by') if type(t18) is dict else merged((t18,)) if type(t18) is Unresolved else None
   t21 = k20(k17, t19)
   if t21 is False or t16 is True: t16 = t21
   elif t21 is not True: t16 = merged((t16, t21))
  return t16
 return f1

def p28():
 k6 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('administrators') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('groupName') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  return t7
 return f1

def p29():
 k6 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('administrators') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('roleName') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  return t7
 return f1

def p30():
 k6 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('administrators') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('userName') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  return t7
 return f1

def p31():
 k14 = CALLABLE['contains'].run
 k17 = ['ANY', 'IAM_ROLE']
 k20 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('roles') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('configuration') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t7 = t6.get('attachedManagedPolicies') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
     if t7 is not None: t3.append(t7)
  t8 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t8 = []
   for e9 in t3:
    for e10 in e9 if type(e9) is list else (e9,):
     t11 = e10.get('policyArn') if type(e10) is dict else merged((e10,)) if type(e10) is Unresolved else None
     if t11 is not None: t8.append(t11)
  t12 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t13 = t12.get('policy') if type(t12) is dict else merged((t12,)) if type(t12) is Unresolved else None
  t15 = k14(t8, t13)
  t16 = t15
  if t16 is not False:
   t18 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t19 = t18.get('used_by') if type(t18) is dict else merged((t18,)) if type(t18) is Unresolved else None
   t21 = k20(k17, t19)
   if t21 is False or t16 is True: t16 = t21
   elif t21 is not True: t16 = merged((t16, t21))
  return t16
 return f1

def p32():
 k14 = CALLABLE['contains'].run
 k17 = ['ANY', 'IAM_USER']
 k20 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('users') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('configuration') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     t7 = t6.get('attachedManagedPolicies') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
     if t7 is not None: t3.append(t7)
  t8 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t8 = []
   for e9 in t3:
    for e10 in e9 if type(e9) is list else (e9,):
     t11 = e10.get('policyArn') if type(e10) is dict else merged((e10,)) if type(e10) is Unresolved else None
     if t11 is not None: t8.append(t11)
  t12 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t13 = t12.get('policy') if type(t12) is dict else merged((t12,)) if type(t12) is Unresolved else None
  t15 = k14(t8, t13)
  t16 = t15
  if t16 is not False:
   t18 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t19 = t18.get('used_by') if type(t18) is dict else merged((t18,)) if type(t18) is Unresolved else None
   t21 = k20(k17, t19)
   if t21 is False or t16 is True: t16 = t21
   elif t21 is not True: t16 = merged((t16, t21))
  return t16
 return f1

def p33():
 k7 = 'Active'
 k10 = CALLABLE['min'].run
 k13 = CALLABLE['days_between'].run
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('AccessKeys') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('status') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t8 = equal(t6, k7) if type(t6) is Unresolved else t6 == k7
    if t8 is True:
     t9 = e5.get('createDate') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     if t9 is not None: t4.append(t9)
    elif t8 is not False: t4.append(merged((t8,)))
  t11 = k10(t4)
  t12 = it.get('now') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t14 = k13(t11, t12)
  t15 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t16 = t15.get('days') if type(t15) is dict else merged((t15,)) if type(t15) is Unresolved else None
  t17 = ordered('lte', t14, t16)
  return t17
 return f1

def p34():
 k5 = CALLABLE['days_between'].run
 k7 = 0
 def f1(it):
  t2 = it.get('now') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = t3.get('Expiration') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t6 = k5(t2, t4)
  t8 = ordered('gt', t6, k7)
  return t8
 return f1

def p35():
 k7 = CALLABLE['not_null'].run
 k10 = CALLABLE['days_between'].run
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('CredentialReport') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('access_key_1_last_used_date') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t3.get('access_key_1_last_rotated') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t6 = t3.get('user_creation_time') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t8 = k7(t4, t5, t6)
  t9 = it.get('now') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t11 = k10(t8, t9)
  t12 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t13 = t12.get('days') if type(t12) is dict else merged((t12,)) if type(t12) is Unresolved else None
  t14 = ordered('lte', t11, t13)
  return t14
 return f1

def p36():
 k7 = CALLABLE['not_null'].run
 k10 = CALLABLE['days_between'].run
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('CredentialReport') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('access_key_2_last_used_date') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t3.get('access_key_2_last_rotated') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t6 = t3.get('user_creation_time') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t8 = k7(t4, t5, t6)
  t9 = it.get('now') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t11 = k10(t8, t9)
  t12 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t13 = t12.get('days') if type(t12) is dict else merged((t12,)) if type(t12) is Unresolved else None
  t14 = ordered('lte', t11, t13)
  return t14
 return f1

def p37():
 k7 = CALLABLE['not_null'].run
 k10 = CALLABLE['days_between'].run
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('CredentialReport') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('password_last_used') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t3.get('password_last_changed') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t6 = t3.get('user_creation_time') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t8 = k7(t4, t5, t6)
  t9 = it.get('now') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t11 = k10(t8, t9)
  t12 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t13 = t12.get('days') if type(t12) is dict else merged((t12,)) if type(t12) is Unresolved else None
  t14 = ordered('lte', t11, t13)
  return t14
 return f1

def p38():
 k10 = '/AWSCloudShellFullAccess'
 k11 = CALLABLE['ends_with'].run
 def f1(it):
  t2 = it.get('groups') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    t5 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
    t6 = t5.get('attachedManagedPolicies') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
    t7 = t6 if type(t6) is Unresolved else None
    if type(t6) is list:
     t7 = []
     for e8 in t6:
      t9 = e8.get('policyArn') if type(e8) is dict else merged((e8,)) if type(e8) is Unresolved else None
      t12 = k11(t9, k10)
      if t12 is True:
       if e8 is not None: t7.append(e8)
      elif t12 is not False: t7.append(merged((t12,)))
    t13 = t7 if t7 is True or t7 is False else truth(t7)
    if t13 is True:
     t14 = e4.get('arn') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     if t14 is not None: t3.append(t14)
    elif t13 is not False: t3.append(merged((t13,)))
  return t3
 return f1

def p39():
 k7 = 'Active'
 k9 = CALLABLE['length'].run
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('AccessKeys') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('status') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t8 = equal(t6, k7) if type(t6) is Unresolved else t6 == k7
    if t8 is True:
     if e5 is not None: t4.append(e5)
    elif t8 is not False: t4.append(merged((t8,)))
  t10 = k9(t4)
  return t10
 return f1

def p40():
 k4 = ['sts:AssumeRole']
 k10 = 'sts:ExternalId'
 k11 = '*.amazonaws.com'
 k15 = CALLABLE['outsiders_allowed'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('assumeRolePolicyDocument') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t5 = it if type(it) is Unresolved else None
  if it is not None and t5 is None:
   t6 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t7 = t6.get('own_accounts') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
   t8 = it if type(it) is Unresolved else None
   if it is not None and t8 is None:
    t9 = it.get('accountId') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
    t8 = [t9, k10, k11]
   t5 = [t7, t8]
  t12 = t5 if type(t5) is Unresolved else None
  if type(t5) is list:
   t12 = []
   for e13 in t5:
    for e14 in e13 if type(e13) is list else (e13,):
     if e14 is not None: t12.append(e14)
  t16 = k15(t3, k4, t12)
  return t16
 return f1

def p41():
 k4 = ['sts:AssumeRole']
 k10 = '*.amazonaws.com'
 k14 = CALLABLE['outsiders_allowed'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('assumeRolePolicyDocument') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t5 = it if type(it) is Unresolved else None
  if it is not None and t5 is None:
   t6 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t7 = t6.get('trusted') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
   t8 = it if type(it) is Unresolved else None
   if it is not None and t8 is None:
    t9 = it.get('accountId') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
    t8 = [t9, k10]
   t5 = [t7, t8]
  t11 = t5 if type(t5) is Unresolved else None
  if type(t5) is list:
   t11 = []
   for e12 in t5:
    for e13 in e12 if type(e12) is list else (e12,):
     if e13 is not None: t11.append(e13)
  t15 = k14(t3, k4, t11)
  return t15
 return f1

def p42():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('lowercase') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p43():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('numbers') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p44():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('spare_boundaries') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p45():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('symbols') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p46():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('trusted') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p47():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('uppercase') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p48():
 k4 = CALLABLE['public_statements'].run
 k10 = 'sts:assumerolewithwebidentity'
 k11 = CALLABLE['starts_with'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('assumeRolePolicyDocument') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t5 = k4(t3)
  t6 = t5 if type(t5) is Unresolved else None
  if type(t5) is list:
   t6 = []
   for e7 in t5:
    t8 = e7.get('example') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
    t9 = t8.get('action') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
    t12 = k11(t9, k10)
    t13 = negated(t12)
    if t13 is True:
     if e7 is not None: t6.append(e7)
    elif t13 is not False: t6.append(merged((t13,)))
  return t6
 return f1

def p49():
 k4 = CALLABLE['public_statements'].run
 k10 = 'sts:assumerolewithwebidentity'
 k11 = CALLABLE['starts_with'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('assumeRolePolicyDocument') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t5 = k4(t3)
  t6 = t5 if type(t5) is Unresolved else None
  if type(t5) is list:
   t6 = []
   for e7 in t5:
    t8 = e7.get('example') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
    t9 = t8.get('action') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
    t12 = k11(t9, k10)
    if t12 is True:
     if e7 is not None: t6.append(e7)
    elif t12 is not False: t6.append(merged((t12,)))
  return t6
 return f1

def p50():
 k10 = '/AWSCloudShellFullAccess'
 k11 = CALLABLE['ends_with'].run
 def f1(it):
  t2 = it.get('roles') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    t5 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
    t6 = t5.get('attachedManagedPolicies') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
    t7 = t6 if type(t6) is Unresolved else None
    if type(t6) is list:
     t7 = []
     for e8 in t6:
      t9 = e8.get('policyArn') if type(e8) is dict else merged((e8,)) if type(e8) is Unresolved else None
      t12 = k11(t9, k10)
      if t12 is True:
       if e8 is not None: t7.append(e8)
      elif t12 is not False: t7.append(merged((t12,)))
    t13 = t7 if t7 is True or t7 is False else truth(t7)
    if t13 is True:
     t14 = e4.get('arn') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     if t14 is not None: t3.append(t14)
    elif t13 is not False: t3.append(merged((t13,)))
  return t3
 return f1

def p51():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('AccessKeys') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p52():
 k7 = 'Active'
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('AccessKeys') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('status') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t8 = equal(t6, k7) if type(t6) is Unresolved else t6 == k7
    if t8 is True:
     t9 = e5.get('createDate') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     if t9 is not None: t4.append(t9)
    elif t8 is not False: t4.append(merged((t8,)))
  return t4
 return f1

def p53():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('CredentialReport') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p54():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('CredentialReport') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('access_key_1_active') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p55():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('CredentialReport') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('access_key_2_active') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p56():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('CredentialReport') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('mfa_active') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p57():
 def f1(it):
  t2 = it.get('supplementaryConfiguration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('CredentialReport') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('password_enabled') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p58():
 k10 = '/AWSCloudShellFullAccess'
 k11 = CALLABLE['ends_with'].run
 def f1(it):
  t2 = it.get('users') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    t5 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
    t6 = t5.get('attachedManagedPolicies') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
    t7 = t6 if type(t6) is Unresolved else None
    if type(t6) is list:
     t7 = []
     for e8 in t6:
      t9 = e8.get('policyArn') if type(e8) is dict else merged((e8,)) if type(e8) is Unresolved else None
      t12 = k11(t9, k10)
      if t12 is True:
       if e8 is not None: t7.append(e8)
      elif t12 is not False: t7.append(merged((t12,)))
    t13 = t7 if t7 is True or t7 is False else truth(t7)
    if t13 is True:
     t14 = e4.get('arn') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     if t14 is not None: t3.append(t14)
    elif t13 is not False: t3.append(merged((t13,)))
  return t3
 return f1

def p59():
 def f1(it):
  t2 = it.get('users') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    for e5 in e4 if type(e4) is list else (e4,):
     t6 = e5.get('resourceId') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
     if t6 is not None: t3.append(t6)
  return t3
 return f1

def p60():
 k6 = CALLABLE['without'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('groups') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('groupList') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  return t7
 return f1

EXPRESSIONS = {
 'accountId': p0,
 'allowed_everywhere(configuration.groupPolicyList[].policyDocument, params.actions, `["arn:aws:kms:*:*:key/*"]`)': p1,
 'allowed_everywhere(configuration.policyVersionList[?isDefaultVersion] | [0].document, params.actions, `["arn:aws:kms:*:*:key/*"]`)': p2,
 'allowed_everywhere(configuration.rolePolicyList[].policyDocument, params.actions, `["arn:aws:kms:*:*:key/*"]`)': p3,
 'allowed_everywhere(configuration.userPolicyList[].policyDocument, params.actions, `["arn:aws:kms:*:*:key/*"]`)': p4,
 'configuration.attachedManagedPolicies[].policyArn': p5,
 'configuration.attachedManagedPolicies[].policyArn | [?contains(`["arn:aws:iam::aws:policy/AdministratorAccess", "arn:aws-cn:iam::aws:policy/AdministratorAccess", "arn:aws-us-gov:iam::aws:policy/AdministratorAccess"]`, @)]': p6,
 'configuration.groupList': p7,
 'configuration.groupName': p8,
 'configuration.groupPolicyList[].full_admin(policyDocument)[]': p9,
 'configuration.groupPolicyList[].policyName': p10,
 'configuration.passwordPolicy.maxPasswordAge <= params.days': p11,
 'configuration.passwordPolicy.minimumPasswordLength >= params.length': p12,
 'configuration.passwordPolicy.passwordReusePrevention >= params.passwords': p13,
 'configuration.passwordPolicy.passwordReusePrevention >= params.reuse': p14,
 'configuration.passwordPolicy.requireLowercaseCharacters': p15,
 'configuration.passwordPolicy.requireNumbers': p16,
 'configuration.passwordPolicy.requireSymbols': p17,
 'configuration.passwordPolicy.requireUppercaseCharacters': p18,
 'configuration.permissionsBoundaryUsageCount': p19,
 'configuration.policyVersionList[?isDefaultVersion].document': p20,
 'configuration.policyVersionList[?isDefaultVersion].full_admin(document)[]': p21,
 'configuration.policyVersionList[?isDefaultVersion].whole_services(document)[]': p22,
 'configuration.rolePolicyList[].full_admin(policyDocument)[]': p23,
 'configuration.rolePolicyList[].policyName': p24,
 'configuration.userPolicyList[].full_admin(policyDocument)[]': p25,
 'configuration.userPolicyList[].policyName': p26,
 'contains(groups[].configuration.attachedManagedPolicies[].policyArn, params.policy) && contains(`["ANY", "IAM_GROUP"]`, params.used_by)': p27,
 'contains(params.administrators, configuration.groupName)': p28,
 'contains(params.administrators, configuration.roleName)': p29,
 'contains(params.administrators, configuration.userName)': p30,
 'contains(roles[].configuration.attachedManagedPolicies[].policyArn, params.policy) && contains(`["ANY", "IAM_ROLE"]`, params.used_by)': p31,
 'contains(users[].configuration.attachedManagedPolicies[].policyArn, params.policy) && contains(`["ANY", "IAM_USER"]`, params.used_by)': p32,
 "days_between(min(supplementaryConfiguration.AccessKeys[?status == 'Active'].createDate), now) <= params.days": p33,
 'days_between(now, configuration.Expiration) > `0`': p34,
 'days_between(supplementaryConfiguration.CredentialReport .not_null(access_key_1_last_used_date, access_key_1_last_rotated, user_creation_time), now) <= params.days': p35,
 'days_between(supplementaryConfiguration.CredentialReport .not_null(access_key_2_last_used_date, access_key_2_last_rotated, user_creation_time), now) <= params.days': p36,
 'days_between(supplementaryConfiguration.CredentialReport.not_null(password_last_used, password_last_changed, user_creation_time), now) <= params.days': p37,
 "groups[?configuration.attachedManagedPolicies [?ends_with(policyArn, '/AWSCloudShellFullAccess')]].arn": p38,
 "length(supplementaryConfiguration.AccessKeys[?status == 'Active'])": p39,
 'outsiders_allowed(configuration.assumeRolePolicyDocument, `["sts:AssumeRole"]`, [params.own_accounts, [accountId, \'sts:ExternalId\', \'*.amazonaws.com\']][])': p40,
 'outsiders_allowed(configuration.assumeRolePolicyDocument, `["sts:AssumeRole"]`, [params.trusted, [accountId, \'*.amazonaws.com\']][])': p41,
 'params.lowercase': p42,
 'params.numbers': p43,
 'params.spare_boundaries': p44,
 'params.symbols': p45,
 'params.trusted': p46,
 'params.uppercase': p47,
 "public_statements(configuration.assumeRolePolicyDocument) [?!starts_with(example.action, 'sts:assumerolewithwebidentity')]": p48,
 "public_statements(configuration.assumeRolePolicyDocument) [?starts_with(example.action, 'sts:assumerolewithwebidentity')]": p49,
 "roles[?configuration.attachedManagedPolicies [?ends_with(policyArn, '/AWSCloudShellFullAccess')]].arn": p50,
 'supplementaryConfiguration.AccessKeys': p51,
 "supplementaryConfiguration.AccessKeys[?status == 'Active'].createDate": p52,
 'supplementaryConfiguration.CredentialReport': p53,
 'supplementaryConfiguration.CredentialReport.access_key_1_active': p54,
 'supplementaryConfiguration.CredentialReport.access_key_2_active': p55,
 'supplementaryConfiguration.CredentialReport.mfa_active': p56,
 'supplementaryConfiguration.CredentialReport.password_enabled': p57,
 "users[?configuration.attachedManagedPolicies [?ends_with(policyArn, '/AWSCloudShellFullAccess')]].arn": p58,
 'users[].resourceId': p59,
 'without(params.groups, configuration.groupList)': p60,
}
globals().update(RUNTIME)
