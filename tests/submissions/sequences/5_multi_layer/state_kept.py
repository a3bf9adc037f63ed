"""
case: the states are kept on self
kind: wrong
scores: {multi_layer_tests: 7, trained_tests: 1}
says: {multi_layer_tests: "the same input gives other predictions at the second call", trained_tests: "the loss on new sequences"}
"""


# %% multi_layer
class MultiLayerNetwork(nn.Module):
    def __init__(self, input_size, hidden_size, num_layers, output_size, cell="RNN"):
        super().__init__()
        layer = {"RNN": nn.RNN, "LSTM": nn.LSTM}[cell]
        sizes = [input_size] + [hidden_size] * num_layers
        self.layers = nn.ModuleList(layer(a, b, batch_first=True) for a, b in itertools.pairwise(sizes))
        self.head = nn.Linear(hidden_size, output_size)
        self.states = [None] * num_layers

    def forward(self, x):
        for k, layer in enumerate(self.layers):
            given = self.states[k]
            fits = (
                given is not None and (given[0] if isinstance(given, tuple) else given).shape[1] == x.shape[0]
            )
            x, state = layer(x, given if fits else None)
            self.states[k] = tuple(s.detach() for s in state) if isinstance(state, tuple) else state.detach()
        return self.head(x)
