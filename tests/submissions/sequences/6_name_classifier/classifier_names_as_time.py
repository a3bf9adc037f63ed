"""
case: "batch_first forgotten: names are taken for time steps"
kind: wrong
scores:
  name_classifier_tests: 2
  training_tests: 0
says:
  name_classifier_tests: batch_first
"""


# %% name_classifier
class NameClassifier(nn.Module):
    def __init__(self, symbols, classes, hidden_size=64):
        super().__init__()
        self.embedding = nn.Embedding(symbols, 32)
        self.recurrent = nn.LSTM(32, hidden_size)
        self.head = nn.Linear(hidden_size, classes)

    def forward(self, x, lengths):
        states, _ = self.recurrent(self.embedding(x))
        return self.head(states[torch.arange(len(x)), lengths - 1])
