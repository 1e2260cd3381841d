"""How properties are searched: no example has to be quick, since machines are noisy."""

from hypothesis import settings

settings.register_profile("groma", parent=settings(), deadline=None)
settings.load_profile("groma")
