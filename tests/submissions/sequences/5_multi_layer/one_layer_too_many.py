"""
case: one layer too many
kind: wrong
scores: {multi_layer_tests: 1, trained_tests: 3}
says: {multi_layer_tests: "1 layers", trained_tests: "one_layer is larger than one layer with H = 32. More steps, or a large"}
"""


# %% multi_layer
class MultiLayerNetwork(nn.Module):
    def __init__(self, input_size, hidden_size, num_layers, output_size, cell="RNN"):
        super().__init__()
        layer = {"RNN": nn.RNN, "LSTM": nn.LSTM}[cell]
        sizes = [input_size] + [hidden_size] * num_layers
        self.layers = nn.ModuleList(
            layer(a, b, batch_first=True) for a, b in itertools.pairwise([*sizes, hidden_size])
        )
        self.head = nn.Linear(hidden_size, output_size)

    def forward(self, x):
        for layer in self.layers:
            x, _ = layer(x)
        return self.head(x)
