"""
case: the state is kept across calls
kind: wrong
scores:
  rnn_layer_tests: 8
says:
  rnn_layer_tests: is the hidden state kept on self
"""


# %% rnn_layer
class RNNLayer(nn.Module):
    def __init__(self, input_size, hidden_size, nonlinearity=torch.tanh):
        super().__init__()
        self.hidden_size = hidden_size
        self.nonlinearity = nonlinearity
        self.from_input = nn.Linear(input_size, hidden_size)
        self.from_hidden = nn.Linear(hidden_size, hidden_size, bias=False)
        self.h = None

    def forward(self, x):
        h = (
            self.h
            if self.h is not None and len(self.h) == len(x)
            else x.new_zeros(x.shape[0], self.hidden_size)
        )
        states = []
        for t in range(x.shape[1]):
            h = self.nonlinearity(self.from_input(x[:, t]) + self.from_hidden(h))
            states.append(h)
        self.h = h.detach()
        return torch.stack(states, dim=1)
