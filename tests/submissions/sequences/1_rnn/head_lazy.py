"""
case: a head that finds its input size by itself
kind: right
"""


# %% regression_model
class RecurrentRegressionModel(nn.Module):
    def __init__(self, recurrent_net, output_dim):
        super().__init__()
        self.net = recurrent_net
        self.head = nn.LazyLinear(output_dim)

    def forward(self, x):
        return self.head(self.net(x))
