"""
case: a scale alone
kind: wrong
scores:
  settings_tests: 0
says:
  settings_tests: write it as Settings
"""

# %% settings
vanishing, exploding, balanced = 0.3, 10, 1.73
