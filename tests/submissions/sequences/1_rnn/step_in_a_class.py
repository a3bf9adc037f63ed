"""
case: rnn_step used inside the layer, einsum in the step
kind: right
"""


# %% rnn_step
def rnn_step(x, h, W_x, W_h, b, nonlinearity=torch.tanh):
    return nonlinearity(torch.einsum("hd,bd->bh", W_x, x) + torch.einsum("ij,bj->bi", W_h, h) + b)


# %% rnn_layer
class RNNLayer(nn.Module):
    def __init__(self, input_size, hidden_size, nonlinearity=torch.tanh):
        super().__init__()
        self.hidden_size = hidden_size
        self.nonlinearity = nonlinearity
        bound = hidden_size**-0.5
        self.W_x = nn.Parameter(torch.empty(hidden_size, input_size).uniform_(-bound, bound))
        self.W_h = nn.Parameter(torch.empty(hidden_size, hidden_size).uniform_(-bound, bound))
        self.b = nn.Parameter(torch.empty(hidden_size).uniform_(-bound, bound))

    def forward(self, x):
        h = torch.zeros(len(x), self.hidden_size)
        states = []
        for x_t in x.unbind(dim=1):
            h = rnn_step(x_t, h, self.W_x, self.W_h, self.b, self.nonlinearity)
            states.append(h)
        return torch.stack(states, 1)
