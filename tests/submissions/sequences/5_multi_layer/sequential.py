"""
case: Sequential, head made first, time first inside
kind: right
"""


# %% multi_layer
class States(nn.Module):
    def __init__(self, layer):
        super().__init__()
        self.layer = layer

    def forward(self, x):
        return self.layer(x)[0]


class MultiLayerNetwork(nn.Module):
    def __init__(self, input_size, hidden_size, num_layers, output_size, cell="RNN"):
        super().__init__()
        kind = nn.LSTM if cell == "LSTM" else nn.RNN
        self.head = nn.Linear(hidden_size, output_size)
        layers = [States(kind(input_size, hidden_size))]
        for _ in range(1, num_layers):
            layers.append(States(kind(hidden_size, hidden_size)))
        self.body = nn.Sequential(*layers)

    def forward(self, x):
        return self.head(self.body(x.transpose(0, 1))).transpose(0, 1)
