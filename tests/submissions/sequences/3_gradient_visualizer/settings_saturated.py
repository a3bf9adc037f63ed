"""
case: a saturated net vanishes; the settings come as dicts
kind: right
"""

# %% settings
vanishing = dict(scale=250, T=25, nonlinearity="tanh")
exploding = dict(scale=6.0, T=40, nonlinearity="tanh")
balanced = dict(scale=1.7, T=30, nonlinearity="none")
