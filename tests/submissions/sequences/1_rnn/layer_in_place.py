"""
case: the states are read back from the tensor that is still being filled
kind: wrong
scores: {rnn_layer_tests: 9}
says: {rnn_layer_tests: "a tensor is overwritten after it was used"}
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
        out = x.new_zeros(x.shape[0], x.shape[1] + 1, self.hidden_size)
        for t in range(x.shape[1]):
            out[:, t + 1] = self.nonlinearity(self.from_input(x[:, t]) + self.from_hidden(out[:, t]))
        return out[:, 1:]
