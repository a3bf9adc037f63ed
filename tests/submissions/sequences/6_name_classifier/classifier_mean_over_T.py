"""
case: mean of the states over all steps, padding included
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
        states, _ = self.recurrent(self.embedding(x))
        return self.head(states.mean(dim=1))
