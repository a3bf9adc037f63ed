"""
case: W_h shaped (D, H)
kind: wrong
scores:
  rnn_layer_tests: 0
says:
  rnn_layer_tests:
  - Is W_h (H, H)?
  - mat1 and mat2 shapes
"""


# %% rnn_layer
class RNNLayer(nn.Module):
    def __init__(self, input_size, hidden_size, nonlinearity=torch.tanh):
        super().__init__()
        self.hidden_size = hidden_size
        self.nonlinearity = nonlinearity
        self.from_input = nn.Linear(input_size, hidden_size)
        self.W_h = nn.Parameter(torch.randn(input_size, hidden_size))

    def forward(self, x):
        h = x.new_zeros(x.shape[0], self.hidden_size)
        states = []
        for t in range(x.shape[1]):
            h = self.nonlinearity(self.from_input(x[:, t]) + h @ self.W_h)
            states.append(h)
        return torch.stack(states, dim=1)
