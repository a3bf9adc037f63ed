"""
case: so saturated, for so long, that nothing at all is left
kind: wrong
scores:
  settings_tests: 3
says:
  settings_tests: exactly 0
"""

# %% settings
vanishing = Settings(T=60, H=16, scale=300)
exploding = Settings(scale=10, T=20)
balanced = Settings(scale=1.73, T=30, nonlinearity="none")
