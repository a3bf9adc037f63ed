"""
case: the weights are used through .data
kind: wrong
scores:
  rnn_layer_tests: 9
says:
  rnn_layer_tests: no gradient reaches the parameter W_h
"""


# %% rnn_layer
class RNNLayer(nn.Module):
    def __init__(self, input_size, hidden_size, nonlinearity=torch.tanh):
        super().__init__()
        self.hidden_size = hidden_size
        self.nonlinearity = nonlinearity
        self.from_input = nn.Linear(input_size, hidden_size)
        self.W_h = nn.Parameter(torch.randn(hidden_size, hidden_size) / 2)

    def forward(self, x):
        h = x.new_zeros(x.shape[0], self.hidden_size)
        states = []
        for t in range(x.shape[1]):
            h = self.nonlinearity(self.from_input(x[:, t]) + h @ self.W_h.data.T)
            states.append(h)
        return torch.stack(states, dim=1)
