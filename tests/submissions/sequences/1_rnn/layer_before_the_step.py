"""
case: h is collected before the step, so h_0 to h_{T-1} come back
kind: wrong
scores: {rnn_layer_tests: 7}
says: {rnn_layer_tests: "is h collected before the step (h_0), not after it"}
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
        h = x.new_zeros(x.shape[0], self.hidden_size)
        states = []
        for t in range(x.shape[1]):
            states.append(h)
            h = self.nonlinearity(self.from_input(x[:, t]) + self.from_hidden(h))
        return torch.stack(states, dim=1)
