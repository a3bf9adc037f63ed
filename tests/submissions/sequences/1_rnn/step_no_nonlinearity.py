"""
case: no nonlinearity in the step
kind: wrong
scores:
  rnn_step_tests: 0
says:
  rnn_step_tests: the nonlinearity is not applied
"""


# %% rnn_step
def rnn_step(x, h, W_x, W_h, b, nonlinearity=torch.tanh):
    return x @ W_x.T + h @ W_h.T + b
