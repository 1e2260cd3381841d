"""Which recorded event made a resource what it is: found by what the event's parameters say."""
