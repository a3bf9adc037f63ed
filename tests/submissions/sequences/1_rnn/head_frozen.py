"""
case: the head runs without gradients
kind: wrong
scores:
  regression_model_tests: 3
says:
  regression_model_tests: is it detached
"""


# %% regression_model
class RecurrentRegressionModel(nn.Module):
    def __init__(self, recurrent_net, output_dim):
        super().__init__()
        self.recurrent_net = recurrent_net
        self.head = nn.Linear(recurrent_net.hidden_size, output_dim)

    def forward(self, x):
        with torch.no_grad():
            return self.head(self.recurrent_net(x))
