"""
case: only the last state is handed up
kind: wrong
scores: {multi_layer_tests: 5, trained_tests: 2}
says: {multi_layer_tests: "only the last state of a layer is handed up", trained_tests: "the loss on new sequences"}
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
        h, _ = self.layers[0](x)
        for layer in self.layers[1:]:
            h, _ = layer(h[:, -1:].expand(-1, x.shape[1], -1))
        return self.head(h)
