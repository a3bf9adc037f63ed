"""
case: batch_first is forgotten
kind: wrong
scores: {multi_layer_tests: 4, trained_tests: 1}
says: {multi_layer_tests: "batch and time are mixed up", trained_tests: "the loss on new sequences"}
"""


# %% multi_layer
class MultiLayerNetwork(nn.Module):
    def __init__(self, input_size, hidden_size, num_layers, output_size, cell="RNN"):
        super().__init__()
        layer = {"RNN": nn.RNN, "LSTM": nn.LSTM}[cell]
        sizes = [input_size] + [hidden_size] * num_layers
        self.layers = nn.ModuleList(layer(a, b) for a, b in itertools.pairwise(sizes))
        self.head = nn.Linear(hidden_size, output_size)

    def forward(self, x):
        for layer in self.layers:
            x, _ = layer(x)
        return self.head(x)
