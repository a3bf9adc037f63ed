"""
case: twelve parameters and the step
kind: right
"""


# %% lstm_layer
class LSTMLayer(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        shapes = {"U": (input_size, hidden_size), "W": (hidden_size, hidden_size), "b": (hidden_size,)}
        self.params = nn.ParameterDict(
            {
                f"{kind}_{gate}": nn.Parameter(0.3 * torch.randn(shape))
                for kind, shape in shapes.items()
                for gate in "figo"
            }
        )
        with torch.no_grad():
            self.params["b_f"].fill_(1.0)

    def forward(self, x):
        h = C = torch.zeros(len(x), len(self.params["b_f"]))
        out = torch.empty(x.shape[0], x.shape[1], h.shape[1])
        for t in range(x.shape[1]):
            h, C = lstm_step(x[:, t], h, C, self.params)
            out[:, t] = h
        return out
