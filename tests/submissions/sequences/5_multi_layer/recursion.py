"""
case: a net on top of a net
kind: right
"""


# %% multi_layer
class Lower(nn.Module):
    def __init__(self, layer, size, hidden_size, left):
        super().__init__()
        self.layer = layer(size, hidden_size, batch_first=True)
        self.above = Lower(layer, hidden_size, hidden_size, left - 1) if left > 1 else nn.Identity()

    def forward(self, x):
        return self.above(self.layer(x)[0])


class MultiLayerNetwork(nn.Module):
    def __init__(self, input_size, hidden_size, num_layers, output_size, cell="RNN"):
        super().__init__()
        self.lower = Lower(getattr(nn, cell), input_size, hidden_size, num_layers)
        self.head = nn.Linear(hidden_size, output_size)

    def forward(self, x):
        return self.head(self.lower(x))
