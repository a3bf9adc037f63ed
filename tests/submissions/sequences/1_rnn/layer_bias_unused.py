"""
case: a bias that is registered but not added
kind: wrong
scores:
  rnn_layer_tests: 9
says:
  rnn_layer_tests: no gradient reaches the parameter b
"""


# %% rnn_layer
class RNNLayer(nn.Module):
    def __init__(self, input_size, hidden_size, nonlinearity=torch.tanh):
        super().__init__()
        self.hidden_size = hidden_size
        self.nonlinearity = nonlinearity
        self.W_x = nn.Parameter(torch.randn(hidden_size, input_size) / 2)
        self.W_h = nn.Parameter(torch.randn(hidden_size, hidden_size) / 2)
        self.b = nn.Parameter(torch.zeros(hidden_size))

    def forward(self, x):
        h = x.new_zeros(x.shape[0], self.hidden_size)
        states = []
        for t in range(x.shape[1]):
            h = self.nonlinearity(x[:, t] @ self.W_x.T + h @ self.W_h.T)
            states.append(h)
        return torch.stack(states, dim=1)
