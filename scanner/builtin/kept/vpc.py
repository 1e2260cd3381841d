"""What rules of vpc compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

def p0():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('associations') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p1():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('associations') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     t7 = e6.get('subnetId') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t7 is not None: t4.append(t7)
  return t4
 return f1

def p2():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('isDefault') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p3():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('mapPublicIpOnLaunch') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p4():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('resourceId') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p5():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('state') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p6():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('subnets') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     t7 = e6.get('subnetIdentifier') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t7 is not None: t4.append(t7)
  return t4
 return f1

def p7():
 k7 = 'UP'
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('vgwTelemetry') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    t6 = e5.get('status') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
    t8 = equal(t6, k7) if type(t6) is Unresolved else t6 == k7
    t9 = negated(t8)
    if t9 is True:
     t10 = e5 if type(e5) is Unresolved else None
     if e5 is not None and t10 is None:
      t11 = e5.get('outsideIpAddress') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
      t12 = e5.get('status') if type(e5) is dict else merged((e5,)) if type(e5) is Unresolved else None
      t10 = {'tunnel': t11, 'status': t12}
     if t10 is not None: t4.append(t10)
    elif t9 is not False: t4.append(merged((t9,)))
  return t4
 return f1

def p8():
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('vpcId') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p9():
 k6 = CALLABLE['contains'].run
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('tables') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = t4.get('routeTableId') if type(t4) is dict else merged((t4,)) if type(t4) is Unresolved else None
  t7 = k6(t3, t5)
  return t7
 return f1

def p10():
 k6 = []
 k7 = CALLABLE['length'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('vgwTelemetry') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3
  t5 = truth(t4)
  if type(t5) is Unresolved: t4 = t5
  elif t5 is False:
   t4 = k6
  t8 = k7(t4)
  return t8
 return f1

def p11():
 k6 = 'ALL'
 k7 = 'ACCEPT'
 k10 = CALLABLE['contains'].run
 k16 = 'ACTIVE'
 k20 = 'FAILED'
 def f1(it):
  t2 = it.get('logs') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    t5 = e4 if type(e4) is Unresolved else None
    if e4 is not None and t5 is None:
     t5 = [k6, k7]
    t8 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
    t9 = t8.get('trafficType') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
    t11 = k10(t5, t9)
    if t11 is True:
     t12 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     if t12 is not None: t3.append(t12)
    elif t11 is not False: t3.append(merged((t11,)))
  t13 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t13 = []
   for e14 in t3:
    t15 = e14.get('flowLogStatus') if type(e14) is dict else merged((e14,)) if type(e14) is Unresolved else None
    t17 = equal(t15, k16) if type(t15) is Unresolved else t15 == k16
    t18 = t17
    if t18 is not False:
     t19 = e14.get('deliverLogsStatus') if type(e14) is dict else merged((e14,)) if type(e14) is Unresolved else None
     t21 = equal(t19, k20) if type(t19) is Unresolved else t19 == k20
     t22 = negated(t21)
     if t22 is False or t18 is True: t18 = t22
     elif t22 is not True: t18 = merged((t18, t22))
    if t18 is True:
     t23 = e14.get('trafficType') if type(e14) is dict else merged((e14,)) if type(e14) is Unresolved else None
     if t23 is not None: t13.append(t23)
    elif t18 is not False: t13.append(merged((t18,)))
  return t13
 return f1

def p12():
 k6 = 'ALL'
 k7 = 'REJECT'
 k10 = CALLABLE['contains'].run
 k16 = 'ACTIVE'
 k20 = 'FAILED'
 def f1(it):
  t2 = it.get('logs') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2 if type(t2) is Unresolved else None
  if type(t2) is list:
   t3 = []
   for e4 in t2:
    t5 = e4 if type(e4) is Unresolved else None
    if e4 is not None and t5 is None:
     t5 = [k6, k7]
    t8 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
    t9 = t8.get('trafficType') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
    t11 = k10(t5, t9)
    if t11 is True:
     t12 = e4.get('configuration') if type(e4) is dict else merged((e4,)) if type(e4) is Unresolved else None
     if t12 is not None: t3.append(t12)
    elif t11 is not False: t3.append(merged((t11,)))
  t13 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t13 = []
   for e14 in t3:
    t15 = e14.get('flowLogStatus') if type(e14) is dict else merged((e14,)) if type(e14) is Unresolved else None
    t17 = equal(t15, k16) if type(t15) is Unresolved else t15 == k16
    t18 = t17
    if t18 is not False:
     t19 = e14.get('deliverLogsStatus') if type(e14) is dict else merged((e14,)) if type(e14) is Unresolved else None
     t21 = equal(t19, k20) if type(t19) is Unresolved else t19 == k20
     t22 = negated(t21)
     if t22 is False or t18 is True: t18 = t22
     elif t22 is not True: t18 = merged((t18, t22))
    if t18 is True:
     t23 = e14.get('trafficType') if type(e14) is dict else merged((e14,)) if type(e14) is Unresolved else None
     if t23 is not None: t13.append(t23)
    elif t18 is not False: t13.append(merged((t18,)))
  return t13
 return f1

def p13():
 k5 = CALLABLE['nacl_open_to_world'].run
 def f1(it):
  t2 = it if type(it) is Unresolved else None
  if it is not None and t2 is None:
   t2 = [it]
  t3 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t4 = t3.get('ports') if type(t3) is dict else merged((t3,)) if type(t3) is Unresolved else None
  t6 = k5(t2, t4)
  return t6
 return f1

def p14():
 def f1(it):
  t2 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('traffic') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  return t3
 return f1

def p15():
 k4 = CALLABLE['public_subnets'].run
 def f1(it):
  t2 = it.get('subnets') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = it.get('route_tables') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t5 = k4(t2, t3)
  return t5
 return f1

def p16():
 def f1(it):
  t2 = it.get('resourceId') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  return t2
 return f1

def p17():
 k3 = CALLABLE['routes_to_world'].run
 def f1(it):
  t2 = it if type(it) is Unresolved else None
  if it is not None and t2 is None:
   t2 = [it]
  t4 = k3(t2)
  return t4
 return f1

def p18():
 k10 = CALLABLE['without'].run
 def f1(it):
  t2 = it.get('configuration') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t3 = t2.get('attachments') if type(t2) is dict else merged((t2,)) if type(t2) is Unresolved else None
  t4 = t3 if type(t3) is Unresolved else None
  if type(t3) is list:
   t4 = []
   for e5 in t3:
    for e6 in e5 if type(e5) is list else (e5,):
     t7 = e6.get('vpcId') if type(e6) is dict else merged((e6,)) if type(e6) is Unresolved else None
     if t7 is not None: t4.append(t7)
  t8 = it.get('params') if type(it) is dict else merged((it,)) if type(it) is Unresolved else None
  t9 = t8.get('vpcs') if type(t8) is dict else merged((t8,)) if type(t8) is Unresolved else None
  t11 = k10(t4, t9)
  return t11
 return f1

EXPRESSIONS = {
 'configuration.associations': p0,
 'configuration.associations[].subnetId': p1,
 'configuration.isDefault': p2,
 'configuration.mapPublicIpOnLaunch': p3,
 'configuration.resourceId': p4,
 'configuration.state': p5,
 'configuration.subnets[].subnetIdentifier': p6,
 "configuration.vgwTelemetry[?status != 'UP'].{tunnel: outsideIpAddress, status: status}": p7,
 'configuration.vpcId': p8,
 'contains(params.tables, configuration.routeTableId)': p9,
 'length(configuration.vgwTelemetry || `[]`)': p10,
 "logs[?contains(['ALL', 'ACCEPT'], configuration.trafficType)].configuration | [?flowLogStatus == 'ACTIVE' && deliverLogsStatus != 'FAILED'].trafficType": p11,
 "logs[?contains(['ALL', 'REJECT'], configuration.trafficType)].configuration | [?flowLogStatus == 'ACTIVE' && deliverLogsStatus != 'FAILED'].trafficType": p12,
 'nacl_open_to_world([@], params.ports)': p13,
 'params.traffic': p14,
 'public_subnets(subnets, route_tables)': p15,
 'resourceId': p16,
 'routes_to_world([@])': p17,
 'without(configuration.attachments[].vpcId, params.vpcs)': p18,
}
globals().update(RUNTIME)
