"""
case: a small scale vanishes within ten steps; a wide balanced net
kind: right
"""

# %% settings
vanishing = Settings(scale=0.3)
exploding = Settings(scale=30.0, T=15)
balanced = Settings(scale=3**0.5, T=30, H=128, nonlinearity="none")
