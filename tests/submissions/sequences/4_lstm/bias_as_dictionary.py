"""
case: settings as a dictionary
kind: right
"""

# %% remembers
remembers = dict(cell="LSTM", T=50, forget_bias=3)
