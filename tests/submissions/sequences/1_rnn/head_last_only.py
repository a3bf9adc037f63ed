"""
case: the head sees the last state only
kind: wrong
scores:
  regression_model_tests: 1
says:
  regression_model_tests: the shape is (6, 4)
"""


# %% regression_model
class RecurrentRegressionModel(nn.Module):
    def __init__(self, recurrent_net, output_dim):
        super().__init__()
        self.recurrent_net = recurrent_net
        self.head = nn.Linear(recurrent_net.hidden_size, output_dim)

    def forward(self, x):
        return self.head(self.recurrent_net(x)[:, -1])
