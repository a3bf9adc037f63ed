"""
case: so much scale that it vanishes
kind: wrong
scores:
  settings_tests: 3
says:
  settings_tests: not above 1e3
"""

# %% settings
vanishing = Settings(T=40)
exploding = Settings(scale=300, T=20)
balanced = Settings(scale=1.73, T=30, nonlinearity="none")
