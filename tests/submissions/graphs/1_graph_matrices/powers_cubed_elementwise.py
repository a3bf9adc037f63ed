"""
case: A_cubed multiplied entry by entry
kind: wrong
scores: {powers_tests: 1}
says: {powers_tests: "A_cubed is not A @ A @ A (or A_envelope has a slip)"}
"""

# %% powers
A_squared = A_envelope @ A_envelope
A_cubed = A_squared * A_envelope
