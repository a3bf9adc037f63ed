"""
case: a Linear for each gate, inputs first
kind: right
"""


# %% lstm_layer
class LSTMLayer(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.hidden_size = hidden_size
        self.from_x = nn.ModuleDict({gate: nn.Linear(input_size, hidden_size) for gate in "figo"})
        self.from_h = nn.ModuleDict(
            {gate: nn.Linear(hidden_size, hidden_size, bias=False) for gate in "figo"}
        )

    def forward(self, x):
        h = C = torch.zeros(x.size(0), self.hidden_size)
        states = []
        for t in range(x.size(1)):
            z = {gate: self.from_x[gate](x[:, t]) + self.from_h[gate](h) for gate in "figo"}
            C = z["f"].sigmoid() * C + z["i"].sigmoid() * z["g"].tanh()
            h = z["o"].sigmoid() * C.tanh()
            states += [h]
        return torch.stack(states).transpose(0, 1)
