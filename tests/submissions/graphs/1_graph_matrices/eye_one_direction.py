"""
case: each edge only once
kind: wrong
scores: {A_envelope_tests: 0, powers_tests: 0}
says: {A_envelope_tests: "A is not symmetric", powers_tests: "A_cubed is not A @ A @ A (or A_envelope has a slip)"}
"""

# %% A_envelope
A_envelope = np.array(
    [
        [0, 1, 0, 1, 0, 1],
        [1, 0, 1, 0, 0, 1],
        [0, 1, 0, 1, 1, 1],
        [1, 0, 1, 0, 1, 1],
        [0, 0, 1, 1, 0, 0],
        [1, 1, 1, 1, 0, 0],
    ]
)
A_envelope = np.triu(A_envelope)
