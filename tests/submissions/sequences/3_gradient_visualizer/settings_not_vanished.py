"""
case: ten steps do not suffice
kind: wrong
scores:
  settings_tests: 3
says:
  settings_tests: not below 1e-6
"""

# %% settings
vanishing = Settings()
exploding = Settings(scale=10, T=20)
balanced = Settings(scale=1.73, T=30, nonlinearity="none")
