"""Settings of the test run."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "newsfix", deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", parent=settings.get_profile("newsfix"), max_examples=3000)
settings.load_profile("newsfix")
