"""
case: the cell is always an RNN
kind: wrong
scores: {multi_layer_tests: 5}
says: {multi_layer_tests: "the matrices of 1 LSTM layers should have the shapes of the table, fro"}
"""


# %% multi_layer
class MultiLayerNetwork(nn.Module):
    def __init__(self, input_size, hidden_size, num_layers, output_size, cell="RNN"):
        super().__init__()
        layer = {"RNN": nn.RNN, "LSTM": nn.LSTM}[cell]
        sizes = [input_size] + [hidden_size] * num_layers
        self.layers = nn.ModuleList(nn.RNN(a, b, batch_first=True) for a, b in itertools.pairwise(sizes))
        self.head = nn.Linear(hidden_size, output_size)

    def forward(self, x):
        for layer in self.layers:
            x, _ = layer(x)
        return self.head(x)
