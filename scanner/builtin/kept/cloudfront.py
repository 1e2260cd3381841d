"""What rules of cloudfront compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 k17 = 'allow-all'
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('distributionConfig') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if t3 is not None and t4 is None:
   t5 = t3.get('defaultCacheBehavior') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
   t6 = t3.get('cacheBehaviors') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
   t7 = t6.get('items') if type(t6) is dict else merged((t6,)) if type(t6) is Unresolved else None
   t8 = t7 if type(t7) is Unresolved else None
   if type(t7) is list:
    t8 = []
    for e9 in t7:
     for e10 in e9 if type(e9) is list else (e9,):
      if e10 is not None: t8.append(e10)
   t4 = [t5, t8]
  t11 = t4 if type(t4) is Unresolved else None
  if type(t4) is list:
   t11 = []
   for e12 in t4:
    for e13 in e12 if type(e12) is list else (e12,):
     if e13 is not None: t11.append(e13)
  t14 = t11 if type(t11) is Unresolved else None
  if type(t11) is list:
   t14 = []
   for e15 in t11:
    t16 = e15.get('viewerProtocolPolicy') if type(e15) is dict else merged((e15,)) if type(e15) is Unresolved else None
    t18 = equal(t16, k17) if type(t16) is Unresolved else t16 == k17
    if t18 is True:
     if e15 is not None: t14.append(e15)
    elif t18 is not False: t14.append(merged((t18,)))
  return t14
 return f1

def p1():
 k9 = 'allow-all'
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('distributionConfig') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('cacheBehaviors') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('items') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5 if type(t5) is Unresolved else None
  if type(t5) is list:
   t6 = []
   for e7 in t5:
    t8 = e7.get('viewerProtocolPolicy') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
    t10 = equal(t8, k9) if type(t8) is Unresolved else t8 == k9
    if t10 is True:
     t11 = e7.get('pathPattern') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
     if t11 is not None: t6.append(t11)
    elif t10 is not False: t6.append(merged((t10,)))
  return t6
 return f1

def p2():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('distributionConfig') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('defaultCacheBehavior') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('viewerProtocolPolicy') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  return t5
 return f1

def p3():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('distributionConfig') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('defaultRootObject') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p4():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('distributionConfig') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('logging') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('enabled') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  return t5
 return f1

def p5():
 k11 = []
 k12 = CALLABLE['not_null'].run
 k14 = 'SSLv3'
 k15 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('distributionConfig') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('origins') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('items') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5 if type(t5) is Unresolved else None
  if type(t5) is list:
   t6 = []
   for e7 in t5:
    t8 = e7.get('customOriginConfig') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
    t9 = t8.get('originSslProtocols') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
    t10 = t9.get('items') if type(t9) is dict else merged((t9,)) if type(t9) is Unresolved else None
    t13 = k12(t10, k11)
    t16 = k15(t13, k14)
    if t16 is True:
     t17 = e7.get('id') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
     if t17 is not None: t6.append(t17)
    elif t16 is not False: t6.append(merged((t16,)))
  return t6
 return f1

def p6():
 k18 = ''
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('distributionConfig') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('origins') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('items') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5 if type(t5) is Unresolved else None
  if type(t5) is list:
   t6 = []
   for e7 in t5:
    t8 = e7.get('customOriginConfig') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
    t9 = equal(t8, None) if type(t8) is Unresolved else t8 is None
    t10 = t9
    if t10 is not False:
     t11 = e7.get('vpcOriginConfig') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
     t12 = equal(t11, None) if type(t11) is Unresolved else t11 is None
     if t12 is False or t10 is True: t10 = t12
     elif t12 is not True: t10 = merged((t10, t12))
    t13 = t10
    if t13 is not False:
     t14 = e7.get('originAccessControlId') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
     t15 = equal(t14, None) if type(t14) is Unresolved else t14 is None
     t16 = t15
     if t16 is not True:
      t17 = e7.get('originAccessControlId') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
      t19 = equal(t17, k18) if type(t17) is Unresolved else t17 == k18
      if t19 is True or t16 is False: t16 = t19
      elif t19 is not False: t16 = merged((t16, t19))
     if t16 is False or t13 is True: t13 = t16
     elif t16 is not True: t13 = merged((t13, t16))
    if t13 is True:
     t20 = e7.get('id') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
     if t20 is not None: t6.append(t20)
    elif t13 is not False: t6.append(merged((t13,)))
  return t6
 return f1

def p7():
 k10 = 'http-only'
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('distributionConfig') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('origins') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('items') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5 if type(t5) is Unresolved else None
  if type(t5) is list:
   t6 = []
   for e7 in t5:
    t8 = e7.get('customOriginConfig') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
    t9 = t8.get('originProtocolPolicy') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
    t11 = equal(t9, k10) if type(t9) is Unresolved else t9 == k10
    if t11 is True:
     t12 = e7.get('id') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
     if t12 is not None: t6.append(t12)
    elif t11 is not False: t6.append(merged((t11,)))
  return t6
 return f1

def p8():
 k10 = 'match-viewer'
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('distributionConfig') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('origins') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('items') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5 if type(t5) is Unresolved else None
  if type(t5) is list:
   t6 = []
   for e7 in t5:
    t8 = e7.get('customOriginConfig') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
    t9 = t8.get('originProtocolPolicy') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
    t11 = equal(t9, k10) if type(t9) is Unresolved else t9 == k10
    if t11 is True:
     t12 = e7.get('id') if type(e7) is dict else merged((e7,)) if type(e7) is Unresolved else None
     if t12 is not None: t6.append(t12)
    elif t11 is not False: t6.append(merged((t11,)))
  return t6
 return f1

def p9():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('distributionConfig') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('viewerCertificate') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('acmCertificateArn') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  return t5
 return f1

def p10():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('distributionConfig') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('viewerCertificate') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('cloudFrontDefaultCertificate') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  return t5
 return f1

def p11():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('distributionConfig') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('viewerCertificate') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('iamCertificateId') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  return t5
 return f1

def p12():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('distributionConfig') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('viewerCertificate') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('minimumProtocolVersion') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  return t5
 return f1

def p13():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('distributionConfig') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('viewerCertificate') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('sslSupportMethod') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  return t5
 return f1

def p14():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('distributionConfig') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('webACLId') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  return t4
 return f1

def p15():
 k7 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('acls') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('distributionConfig') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t6 = t5.get('webACLId') if type(t5) is dict else merged((t5,)) if type(t5) is Unresolved else None
  t8 = k7(t3, t6)
  return t8
 return f1

def p16():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('acls') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p17():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('bucket') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p18():
 k6 = ''
 k7 = CALLABLE['not_null'].run
 k9 = ''
 k13 = '.s3'
 k14 = CALLABLE['join'].run
 k16 = CALLABLE['starts_with'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('distributionConfig') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3.get('logging') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t5 = t4.get('bucket') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t8 = k7(t5, k6)
  t10 = it if type(it) is Unresolved else None
  if it is not None and t10 is None:
   t11 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
   t12 = t11.get('bucket') if type(t11) is dict else merged((t11,)) if type(t11) is Unresolved else None
   t10 = [t12, k13]
  t15 = k14(k9, t10)
  t17 = k16(t8, t15)
  return t17
 return f1

EXPRESSIONS = {
 "configuration.distributionConfig.[defaultCacheBehavior, cacheBehaviors.items[]][] | [?viewerProtocolPolicy == 'allow-all']": p0,
 "configuration.distributionConfig.cacheBehaviors.items[?viewerProtocolPolicy == 'allow-all'] .pathPattern": p1,
 'configuration.distributionConfig.defaultCacheBehavior.viewerProtocolPolicy': p2,
 'configuration.distributionConfig.defaultRootObject': p3,
 'configuration.distributionConfig.logging.enabled': p4,
 "configuration.distributionConfig.origins.items[?contains(not_null( customOriginConfig.originSslProtocols.items, `[]`), 'SSLv3')].id": p5,
 "configuration.distributionConfig.origins.items[?customOriginConfig == `null` && vpcOriginConfig == `null` && (originAccessControlId == `null` || originAccessControlId == '')].id": p6,
 "configuration.distributionConfig.origins.items[?customOriginConfig.originProtocolPolicy == 'http-only'].id": p7,
 "configuration.distributionConfig.origins.items[?customOriginConfig.originProtocolPolicy == 'match-viewer'].id": p8,
 'configuration.distributionConfig.viewerCertificate.acmCertificateArn': p9,
 'configuration.distributionConfig.viewerCertificate.cloudFrontDefaultCertificate': p10,
 'configuration.distributionConfig.viewerCertificate.iamCertificateId': p11,
 'configuration.distributionConfig.viewerCertificate.minimumProtocolVersion': p12,
 'configuration.distributionConfig.viewerCertificate.sslSupportMethod': p13,
 'configuration.distributionConfig.webACLId': p14,
 'contains(params.acls, configuration.distributionConfig.webACLId)': p15,
 'params.acls': p16,
 'params.bucket': p17,
 "starts_with(not_null(configuration.distributionConfig.logging.bucket, ''), join('', [params.bucket, '.s3']))": p18,
}
globals().update(RUNTIME)
