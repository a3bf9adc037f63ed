"""
case: input size D for upper layers
kind: wrong
scores: {multi_layer_tests: 1, trained_tests: 1}
says: {multi_layer_tests: "RuntimeError", trained_tests: "RuntimeError"}
"""


# %% multi_layer
class MultiLayerNetwork(nn.Module):
    def __init__(self, input_size, hidden_size, num_layers, output_size, cell="RNN"):
        super().__init__()
        layer = {"RNN": nn.RNN, "LSTM": nn.LSTM}[cell]
        sizes = [input_size] + [hidden_size] * num_layers
        self.layers = nn.ModuleList(
            layer(input_size, hidden_size, batch_first=True) for _ in range(num_layers)
        )
        self.head = nn.Linear(hidden_size, output_size)

    def forward(self, x):
        for layer in self.layers:
            x, _ = layer(x)
        return self.head(x)
