"""
case: the states are kept on self
kind: wrong
scores: {lstm_layer_tests: 4}
says: {lstm_layer_tests: "the same input gives other states at the second call"}
"""


# %% lstm_layer
class LSTMLayer(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.hidden_size = hidden_size
        self.gates = nn.Linear(input_size + hidden_size, 4 * hidden_size)

    def forward(self, x):
        h = C = x.new_zeros(x.shape[0], self.hidden_size)
        if getattr(self, "kept", None) is not None and self.kept[0].shape == h.shape:
            h, C = self.kept
        states = []
        for x_t in x.unbind(dim=1):
            f, i, g, o = self.gates(torch.cat([x_t, h], dim=1)).chunk(4, dim=1)
            C = torch.sigmoid(f) * C + torch.sigmoid(i) * torch.tanh(g)
            h = torch.sigmoid(o) * torch.tanh(C)
            states.append(h)
        self.kept = h.detach(), C.detach()
        return torch.stack(states, dim=1)
