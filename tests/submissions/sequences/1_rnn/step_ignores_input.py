"""
case: the step ignores the input
kind: wrong
scores:
  rnn_step_tests: 1
says:
  rnn_step_tests: ignores the input x
"""


# %% rnn_step
def rnn_step(x, h, W_x, W_h, b, nonlinearity=torch.tanh):
    return nonlinearity(h @ W_h.T + b)
