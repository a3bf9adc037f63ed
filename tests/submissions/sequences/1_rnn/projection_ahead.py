"""
case: the inputs of all steps projected at once, states written into a buffer
kind: right
"""


# %% rnn_layer
class RNNLayer(nn.Module):
    def __init__(self, input_size, hidden_size, nonlinearity=torch.tanh):
        super().__init__()
        self.hidden_size = hidden_size
        self.nonlinearity = nonlinearity
        self.from_input = nn.Linear(input_size, hidden_size)
        self.from_hidden = nn.Linear(hidden_size, hidden_size, bias=False)

    def forward(self, x):
        projected = self.from_input(x)
        h = x.new_zeros(x.shape[0], self.hidden_size)
        states = torch.zeros_like(projected)
        for t in range(x.shape[1]):
            h = self.nonlinearity(projected[:, t] + self.from_hidden(h))
            states[:, t] = h
        return states
