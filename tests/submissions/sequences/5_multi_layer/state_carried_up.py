"""
case: a layer starts from the last state of the one below
kind: wrong
scores: {multi_layer_tests: 5}
says: {multi_layer_tests: "a layer starts from the last state of the layer below"}
"""


# %% multi_layer
class MultiLayerNetwork(nn.Module):
    def __init__(self, input_size, hidden_size, num_layers, output_size, cell="RNN"):
        super().__init__()
        layer = {"RNN": nn.RNN, "LSTM": nn.LSTM}[cell]
        sizes = [input_size] + [hidden_size] * num_layers
        self.layers = nn.ModuleList(layer(a, b, batch_first=True) for a, b in itertools.pairwise(sizes))
        self.head = nn.Linear(hidden_size, output_size)

    def forward(self, x):
        state = None
        for layer in self.layers:
            x, state = layer(x, state)
        return self.head(x)
