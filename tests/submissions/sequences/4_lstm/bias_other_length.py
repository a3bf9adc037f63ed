"""
case: another length
kind: wrong
scores: {remembers_tests: 0}
says: {remembers_tests: 'cell="LSTM" and T=50 are asked for'}
"""

# %% remembers
remembers = Settings(cell="LSTM", T=10, forget_bias=3.0)
