"""
case: the forget bias is left at 0
kind: wrong
scores: {remembers_tests: 0}
says: {remembers_tests: "the forget bias is still 0, the default"}
"""

# %% remembers
remembers = Settings(cell="LSTM", T=50)
