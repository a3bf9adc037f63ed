"""
case: the bias is left out of the step
kind: wrong
scores:
  rnn_step_tests: 1
says:
  rnn_step_tests: not 0.19738
"""


# %% rnn_step
def rnn_step(x, h, W_x, W_h, b, nonlinearity=torch.tanh):
    return nonlinearity(x @ W_x.T + h @ W_h.T)
