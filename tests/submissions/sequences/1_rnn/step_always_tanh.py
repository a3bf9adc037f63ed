"""
case: the nonlinearity given is ignored in the step
kind: wrong
scores:
  rnn_step_tests: 3
says:
  rnn_step_tests: always tanh
"""


# %% rnn_step
def rnn_step(x, h, W_x, W_h, b, nonlinearity=torch.tanh):
    return torch.tanh(x @ W_x.T + h @ W_h.T + b)
