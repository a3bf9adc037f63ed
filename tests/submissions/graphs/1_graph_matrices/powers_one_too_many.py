"""
case: A_cubed is the fourth power
kind: wrong
scores: {powers_tests: 1}
says: {powers_tests: "this is the fourth power"}
"""

# %% powers
A_squared = A_envelope @ A_envelope
A_cubed = A_squared @ A_squared
