"""How each service spells its resource types: declarations only, one file a service."""
