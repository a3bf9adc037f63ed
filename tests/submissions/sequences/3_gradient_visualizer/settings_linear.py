"""
case: the exploding net is linear
kind: wrong
scores:
  settings_tests: 2
says:
  settings_tests: nonlinearity="tanh" is asked for
"""

# %% settings
vanishing = Settings(T=40)
exploding = Settings(scale=3, T=20, nonlinearity="none")
balanced = Settings(scale=1.73, T=30, nonlinearity="none")
