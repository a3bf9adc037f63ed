"""
case: A ** 2 entry by entry
kind: wrong
scores: {powers_tests: 0}
says: {powers_tests: "this is A itself"}
"""

# %% powers
A_squared = A_envelope**2
A_cubed = A_envelope**3
