"""
case: all targets, where nothing vanishes
kind: wrong
scores:
  settings_tests: 2
says:
  settings_tests: last_target_only must be True
"""

# %% settings
vanishing = Settings(T=40, last_target_only=False)
exploding = Settings(scale=10, T=20)
balanced = Settings(scale=1.73, T=30, nonlinearity="none")
