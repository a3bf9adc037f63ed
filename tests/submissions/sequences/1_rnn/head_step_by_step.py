"""
case: the head in a loop over the steps
kind: right
"""


# %% regression_model
class RecurrentRegressionModel(nn.Module):
    def __init__(self, recurrent_net, output_dim):
        super().__init__()
        self.recurrent_net = recurrent_net
        self.head = nn.Linear(recurrent_net.hidden_size, output_dim)

    def forward(self, x):
        states = self.recurrent_net(x)
        return torch.stack([self.head(states[:, t]) for t in range(x.shape[1])], dim=1)
