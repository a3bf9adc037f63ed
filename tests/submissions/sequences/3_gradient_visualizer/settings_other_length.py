"""
case: the balanced net is short
kind: wrong
scores:
  settings_tests: 2
says:
  settings_tests: T=30 is asked for
"""

# %% settings
vanishing = Settings(T=40)
exploding = Settings(scale=10, T=20)
balanced = Settings(scale=1.5, T=5, nonlinearity="none")
