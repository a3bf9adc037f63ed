"""
case: matrix_power
kind: right
"""

# %% powers
A_squared = np.linalg.matrix_power(A_envelope, 2)
A_cubed = np.linalg.matrix_power(A_envelope.astype(float), 3)
