"""
case: packed after sorting, and never sorted back
kind: wrong
scores:
  name_classifier_tests: 3
  training_tests: 0
says:
  name_classifier_tests: not sorted back
"""


# %% name_classifier
class NameClassifier(nn.Module):
    def __init__(self, symbols, classes, hidden_size=64):
        super().__init__()
        self.embedding = nn.Embedding(symbols, 32)
        self.recurrent = nn.LSTM(32, hidden_size, batch_first=True)
        self.head = nn.Linear(hidden_size, classes)

    def forward(self, x, lengths):
        order = lengths.argsort(descending=True)
        packed = nn.utils.rnn.pack_padded_sequence(self.embedding(x[order]), lengths[order], batch_first=True)
        _, (h_n, c_n) = self.recurrent(packed)
        return self.head(h_n[-1])
