"""
case: the head as two Parameters
kind: right
"""


# %% regression_model
class RecurrentRegressionModel(nn.Module):
    def __init__(self, recurrent_net, output_dim):
        super().__init__()
        self.net = recurrent_net
        self.W = nn.Parameter(torch.randn(output_dim, recurrent_net.hidden_size))
        self.b = nn.Parameter(torch.randn(output_dim))

    def forward(self, x):
        return torch.einsum("bth,oh->bto", self.net(x), self.W) + self.b
