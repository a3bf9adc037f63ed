"""
case: the recurrent net is kept in a list, unregistered
kind: wrong
scores:
  regression_model_tests: 3
says:
  regression_model_tests: not in a list
"""


# %% regression_model
class RecurrentRegressionModel(nn.Module):
    def __init__(self, recurrent_net, output_dim):
        super().__init__()
        self.parts = [recurrent_net]
        self.head = nn.Linear(recurrent_net.hidden_size, output_dim)

    def forward(self, x):
        return self.head(self.parts[0](x))
