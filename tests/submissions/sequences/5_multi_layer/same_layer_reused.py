"""
case: the same upper layer is used again and again
kind: wrong
scores: {multi_layer_tests: 3, trained_tests: 2}
says: {multi_layer_tests: "1 layers", trained_tests: "two_layers has no more parameters than one_layer"}
"""


# %% multi_layer
class MultiLayerNetwork(nn.Module):
    def __init__(self, input_size, hidden_size, num_layers, output_size, cell="RNN"):
        super().__init__()
        layer = {"RNN": nn.RNN, "LSTM": nn.LSTM}[cell]
        sizes = [input_size] + [hidden_size] * num_layers
        self.first = layer(input_size, hidden_size, batch_first=True)
        self.again = layer(hidden_size, hidden_size, batch_first=True)
        self.depth = num_layers
        self.head = nn.Linear(hidden_size, output_size)

    def forward(self, x):
        x, _ = self.first(x)
        for _ in range(self.depth - 1):
            x, _ = self.again(x)
        return self.head(x)
