"""
case: parameters are not registered
kind: wrong
scores:
  rnn_layer_tests: 8
says:
  rnn_layer_tests: no parameter is registered
"""


# %% rnn_layer
class RNNLayer(nn.Module):
    def __init__(self, input_size, hidden_size, nonlinearity=torch.tanh):
        super().__init__()
        self.hidden_size = hidden_size
        self.nonlinearity = nonlinearity
        self.weights = [nn.Linear(input_size, hidden_size), nn.Linear(hidden_size, hidden_size, bias=False)]

    def forward(self, x):
        h = x.new_zeros(x.shape[0], self.hidden_size)
        states = []
        for t in range(x.shape[1]):
            h = self.nonlinearity(self.weights[0](x[:, t]) + self.weights[1](h))
            states.append(h)
        return torch.stack(states, dim=1)
