"""
case: a forget bias of 8
kind: wrong
scores: {remembers_tests: 1}
says: {remembers_tests: "the median of the ratio is"}
"""

# %% remembers
remembers = Settings(cell="LSTM", T=50, forget_bias=8.0)
