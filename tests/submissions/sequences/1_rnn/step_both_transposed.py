"""
case: neither matrix is transposed
kind: wrong
scores:
  rnn_step_tests: 0
says:
  rnn_step_tests: both transposed
"""


# %% rnn_step
def rnn_step(x, h, W_x, W_h, b, nonlinearity=torch.tanh):
    return nonlinearity(x @ W_x + h @ W_h + b)
