"""
case: ones on the diagonal
kind: wrong
scores: {A_envelope_tests: 0, powers_tests: 0}
says: {A_envelope_tests: "no node is joined to itself", powers_tests: "A_cubed is not A @ A @ A (or A_envelope has a slip)"}
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
A_envelope = A_envelope + np.eye(6)
