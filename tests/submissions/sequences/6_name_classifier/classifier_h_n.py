"""
case: h_n without packing is the state at the padded end
kind: wrong
scores:
  name_classifier_tests: 3
says:
  name_classifier_tests: read at the padded end
"""


# %% name_classifier
class NameClassifier(nn.Module):
    def __init__(self, symbols, classes, hidden_size=64):
        super().__init__()
        self.embedding = nn.Embedding(symbols, 32)
        self.recurrent = nn.LSTM(32, hidden_size, batch_first=True)
        self.head = nn.Linear(hidden_size, classes)

    def forward(self, x, lengths):
        _, (h_n, c_n) = self.recurrent(self.embedding(x))
        return self.head(h_n[-1])
