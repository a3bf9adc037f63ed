"""
case: torch's own stack
kind: right
"""


# %% multi_layer
class MultiLayerNetwork(nn.Module):
    def __init__(self, input_size, hidden_size, num_layers, output_size, cell="RNN"):
        super().__init__()
        layer = {"RNN": nn.RNN, "LSTM": nn.LSTM}[cell]
        sizes = [input_size] + [hidden_size] * num_layers
        self.stack = layer(input_size, hidden_size, num_layers=num_layers, batch_first=True)
        self.head = nn.Linear(hidden_size, output_size)

    def forward(self, x):
        return self.head(self.stack(x)[0])
