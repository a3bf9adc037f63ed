"""
case: torch's own layer inside
kind: wrong
scores:
  rnn_layer_tests: 6
says:
  rnn_layer_tests: [are there two biases, or always tanh]
"""


# %% rnn_layer
class RNNLayer(nn.Module):
    def __init__(self, input_size, hidden_size, nonlinearity=torch.tanh):
        super().__init__()
        self.hidden_size = hidden_size
        self.nonlinearity = nonlinearity
        self.net = nn.RNN(input_size, hidden_size, batch_first=True)

    def forward(self, x):
        return self.net(x)[0]
