"""
case: the sum is written into the loop
kind: wrong
scores:
  simulate_tests: 2
says:
  simulate_tests: is not used
"""


# %% simulate
def simulate(layer, A, K):
    return np.array([np.linalg.matrix_power(A.T, k) for k in range(K + 1)])
