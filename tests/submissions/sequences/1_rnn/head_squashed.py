"""
case: a tanh after the head
kind: wrong
scores:
  regression_model_tests: 2
says:
  regression_model_tests: is there a nonlinearity after the head
"""


# %% regression_model
class RecurrentRegressionModel(nn.Module):
    def __init__(self, recurrent_net, output_dim):
        super().__init__()
        self.recurrent_net = recurrent_net
        self.head = nn.Linear(recurrent_net.hidden_size, output_dim)

    def forward(self, x):
        return torch.tanh(self.head(self.recurrent_net(x)))
