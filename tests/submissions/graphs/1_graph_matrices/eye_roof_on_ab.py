"""
case: labels off by one, the roof stands on bc
kind: wrong
scores: {A_envelope_tests: 1, powers_tests: 0}
says: {A_envelope_tests: "look again at the rows of b, d, e", powers_tests: "A_cubed is not A @ A @ A (or A_envelope has a slip)"}
"""

# %% A_envelope
A_envelope = np.array(
    [
        [0, 1, 0, 1, 0, 1],
        [1, 0, 1, 0, 1, 1],
        [0, 1, 0, 1, 1, 1],
        [1, 0, 1, 0, 0, 1],
        [0, 1, 1, 0, 0, 0],
        [1, 1, 1, 1, 0, 0],
    ]
)
