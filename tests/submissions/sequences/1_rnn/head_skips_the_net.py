"""
case: the head is applied to the input, without the recurrent net
kind: wrong
scores:
  regression_model_tests: 1
says:
  regression_model_tests: is the net called
"""


# %% regression_model
class RecurrentRegressionModel(nn.Module):
    def __init__(self, recurrent_net, output_dim):
        super().__init__()
        self.recurrent_net = recurrent_net
        self.head = nn.LazyLinear(output_dim)

    def forward(self, x):
        return self.head(x)
