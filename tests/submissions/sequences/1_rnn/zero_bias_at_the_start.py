"""
case: biases that start at zero, as many initialisations do
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
        nn.init.zeros_(self.from_input.bias)
        nn.init.orthogonal_(self.from_hidden.weight)

    def forward(self, x):
        h = x.new_zeros(x.shape[0], self.hidden_size)
        states = []
        for t in range(x.shape[1]):
            h = self.nonlinearity(self.from_input(x[:, t]) + self.from_hidden(h))
            states.append(h)
        return torch.stack(states, dim=1)


# %% regression_model
class RecurrentRegressionModel(nn.Module):
    def __init__(self, recurrent_net, output_dim):
        super().__init__()
        self.recurrent_net = recurrent_net
        self.head = nn.Linear(recurrent_net.hidden_size, output_dim)
        nn.init.zeros_(self.head.bias)

    def forward(self, x):
        return self.head(self.recurrent_net(x))
