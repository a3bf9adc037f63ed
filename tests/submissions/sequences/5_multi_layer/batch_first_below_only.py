"""
case: batch_first is forgotten in the upper layers
kind: wrong
scores: {multi_layer_tests: 5}
says: {multi_layer_tests: "batch and time are mixed up: is batch_first=True given to every layer?"}
"""


# %% multi_layer
class MultiLayerNetwork(nn.Module):
    def __init__(self, input_size, hidden_size, num_layers, output_size, cell="RNN"):
        super().__init__()
        layer = {"RNN": nn.RNN, "LSTM": nn.LSTM}[cell]
        self.first = layer(input_size, hidden_size, batch_first=True)
        self.upper = nn.ModuleList(layer(hidden_size, hidden_size) for _ in range(num_layers - 1))
        self.head = nn.Linear(hidden_size, output_size)

    def forward(self, x):
        x, _ = self.first(x)
        for layer in self.upper:
            x, _ = layer(x)
        return self.head(x)
