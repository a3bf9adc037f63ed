"""
case: the cell state of an LSTM is handed up
kind: wrong
scores: {multi_layer_tests: 7}
says: {multi_layer_tests: "the cell states C are handed up"}
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
        for layer in self.layers:
            if isinstance(layer, nn.LSTM):
                x = torch.stack([layer(x[:, : t + 1])[1][1][0] for t in range(x.shape[1])], dim=1)
            else:
                x, _ = layer(x)
        return self.head(x)
