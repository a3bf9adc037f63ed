"""
case: the edge af is missing
kind: wrong
scores: {A_envelope_tests: 1, powers_tests: 0}
says: {A_envelope_tests: "there are 9 edges in A; the drawing has 10", powers_tests: "A_cubed is not A @ A @ A (or A_envelope has a slip)"}
"""

# %% A_envelope
A_envelope = np.array(
    [
        [0, 1, 0, 1, 0, 0],
        [1, 0, 1, 0, 0, 1],
        [0, 1, 0, 1, 1, 1],
        [1, 0, 1, 0, 1, 1],
        [0, 0, 1, 1, 0, 0],
        [0, 1, 1, 1, 0, 0],
    ]
)
