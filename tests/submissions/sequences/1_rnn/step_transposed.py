"""
case: W_h transposed against its documented use
kind: wrong
scores:
  rnn_step_tests: 2
says:
  rnn_step_tests: W_h is transposed
"""


# %% rnn_step
def rnn_step(x, h, W_x, W_h, b, nonlinearity=torch.tanh):
    return nonlinearity(x @ W_x.T + h @ W_h + b)
