"""
case: h_0 collected too, and cut off at the end
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
        states = [torch.zeros(x.size(0), self.hidden_size)]
        for x_t in x.transpose(0, 1):
            states.append(self.nonlinearity(self.from_input(x_t) + self.from_hidden(states[-1])))
        return torch.stack(states[1:]).transpose(0, 1)
