"""
case: every prediction is made from the mean of the states
kind: wrong
scores:
  regression_model_tests: 2
says:
  regression_model_tests: from its own state
"""


# %% regression_model
class RecurrentRegressionModel(nn.Module):
    def __init__(self, recurrent_net, output_dim):
        super().__init__()
        self.recurrent_net = recurrent_net
        self.head = nn.Linear(recurrent_net.hidden_size, output_dim)

    def forward(self, x):
        states = self.recurrent_net(x)
        return self.head(states.mean(dim=1, keepdim=True).expand_as(states))
