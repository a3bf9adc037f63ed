"""
case: the step through nn.functional.linear
kind: right
"""


# %% rnn_step
def rnn_step(x, h, W_x, W_h, b, nonlinearity=torch.tanh):
    return nonlinearity(nn.functional.linear(x, W_x, b) + nn.functional.linear(h, W_h))
