"""
case: Parameters of the other orientation, einsum
kind: right
"""


# %% rnn_layer
class RNNLayer(nn.Module):
    def __init__(self, input_size, hidden_size, nonlinearity=torch.tanh):
        super().__init__()
        self.hidden_size = hidden_size
        self.nonlinearity = nonlinearity
        self.W_x = nn.Parameter(torch.randn(input_size, hidden_size) / 2)
        self.W_h = nn.Parameter(torch.randn(hidden_size, hidden_size) / 2)
        self.b = nn.Parameter(torch.zeros(hidden_size))
        nn.init.normal_(self.b)

    def forward(self, x):
        h = x.new_zeros(x.shape[0], self.hidden_size)
        states = []
        for t in range(x.shape[1]):
            h = self.nonlinearity(
                torch.einsum("bd,dh->bh", x[:, t], self.W_x) + torch.einsum("bi,ij->bj", h, self.W_h) + self.b
            )
            states.append(h)
        return torch.stack(states, dim=1)
