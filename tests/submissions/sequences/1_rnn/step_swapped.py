"""
case: W_x and W_h swapped in one step
kind: wrong
scores:
  rnn_step_tests: 0
says:
  rnn_step_tests: W_x and W_h are swapped
"""


# %% rnn_step
def rnn_step(x, h, W_x, W_h, b, nonlinearity=torch.tanh):
    return nonlinearity(h @ W_x.T + x @ W_h.T + b)
