"""
case: h_n[0] of two layers is the first layer
kind: wrong
scores:
  name_classifier_tests: 3
says:
  name_classifier_tests: h_n[0] is the first of several layers
"""


# %% name_classifier
class NameClassifier(nn.Module):
    def __init__(self, symbols, classes, hidden_size=64):
        super().__init__()
        self.embedding = nn.Embedding(symbols, 32)
        self.recurrent = nn.LSTM(32, hidden_size, num_layers=2, batch_first=True)
        self.head = nn.Linear(hidden_size, classes)

    def forward(self, x, lengths):
        packed = nn.utils.rnn.pack_padded_sequence(
            self.embedding(x), lengths, batch_first=True, enforce_sorted=False
        )
        _, (h_n, c_n) = self.recurrent(packed)
        return self.head(h_n[0])
