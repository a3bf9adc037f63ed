"""
case: torch's own cell
kind: wrong
scores: {lstm_layer_tests: 4}
says: {lstm_layer_tests: "84 parameters"}
"""


# %% lstm_layer
class LSTMLayer(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.lstm = nn.LSTM(input_size, hidden_size, batch_first=True)

    def forward(self, x):
        return self.lstm(x)[0]
