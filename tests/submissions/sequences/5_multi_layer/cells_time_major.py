"""
case: cells, all layers at each step
kind: right
"""


# %% multi_layer
class MultiLayerNetwork(nn.Module):
    def __init__(self, input_size, hidden_size, num_layers, output_size, cell="RNN"):
        super().__init__()
        made = {"RNN": nn.RNNCell, "LSTM": nn.LSTMCell}[cell]
        self.cells = nn.ModuleList([made(input_size, hidden_size)])
        self.cells.extend(made(hidden_size, hidden_size) for _ in range(num_layers - 1))
        self.head = nn.Linear(hidden_size, output_size)

    def forward(self, x):
        states = [None] * len(self.cells)
        predictions = []
        for h in x.unbind(dim=1):
            for k, cell in enumerate(self.cells):
                states[k] = cell(h, states[k])
                h = states[k][0] if isinstance(states[k], tuple) else states[k]
            predictions.append(self.head(h))
        return torch.stack(predictions, dim=1)
