"""
case: the scale that brings the singular value to one
kind: wrong
scores:
  settings_tests: 3
says:
  settings_tests: not between 0.1 and 10
"""

# %% settings
vanishing = Settings(T=40)
exploding = Settings(scale=10, T=20)
balanced = Settings(scale=0.9, T=30, nonlinearity="none")
