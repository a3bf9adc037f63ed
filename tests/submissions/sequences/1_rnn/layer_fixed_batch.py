"""
case: batch size fixed at construction
kind: wrong
scores:
  rnn_layer_tests: 5
says:
  rnn_layer_tests:
  - is a size fixed
"""


# %% rnn_layer
class RNNLayer(nn.Module):
    def __init__(self, input_size, hidden_size, nonlinearity=torch.tanh):
        super().__init__()
        self.hidden_size = hidden_size
        self.nonlinearity = nonlinearity
        self.from_input = nn.Linear(input_size, hidden_size)
        self.from_hidden = nn.Linear(hidden_size, hidden_size, bias=False)
        self.h0 = torch.zeros(4, hidden_size)

    def forward(self, x):
        h = self.h0
        states = []
        for t in range(x.shape[1]):
            h = self.nonlinearity(self.from_input(x[:, t]) + self.from_hidden(h))
            states.append(h)
        return torch.stack(states, dim=1)
