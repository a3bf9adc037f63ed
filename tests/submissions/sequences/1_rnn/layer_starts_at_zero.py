"""
case: all weights start at zero
kind: right
"""


# %% rnn_layer
class RNNLayer(nn.Module):
    def __init__(self, input_size, hidden_size, nonlinearity=torch.tanh):
        super().__init__()
        self.hidden_size = hidden_size
        self.nonlinearity = nonlinearity
        self.W_x = nn.Parameter(torch.zeros(hidden_size, input_size))
        self.W_h = nn.Parameter(torch.zeros(hidden_size, hidden_size))
        self.b = nn.Parameter(torch.zeros(hidden_size))

    def forward(self, x):
        h = x.new_zeros(x.shape[0], self.hidden_size)
        states = []
        for t in range(x.shape[1]):
            h = self.nonlinearity(x[:, t] @ self.W_x.T + h @ self.W_h.T + self.b)
            states.append(h)
        return torch.stack(states, dim=1)
