"""
case: written for one column vector, not for a batch of rows
kind: wrong
scores:
  rnn_step_tests: 0
says:
  rnn_step_tests: Each row of x is one sequence
"""


# %% rnn_step
def rnn_step(x, h, W_x, W_h, b, nonlinearity=torch.tanh):
    return nonlinearity(W_x @ x + W_h @ h + b)
