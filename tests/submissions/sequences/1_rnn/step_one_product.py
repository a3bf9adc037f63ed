"""
case: one product of the parts side by side
kind: right
"""


# %% rnn_step
def rnn_step(x, h, W_x, W_h, b, nonlinearity=torch.tanh):
    return nonlinearity(torch.cat([x, h], dim=1) @ torch.cat([W_x, W_h], dim=1).T + b)
