"""
case: the step ignores the state before it
kind: wrong
scores:
  rnn_step_tests: 1
says:
  rnn_step_tests: ignores the previous hidden state
"""


# %% rnn_step
def rnn_step(x, h, W_x, W_h, b, nonlinearity=torch.tanh):
    return nonlinearity(x @ W_x.T + b)
