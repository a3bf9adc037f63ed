"""
case: the state is kept from call to call
kind: wrong
scores:
  name_classifier_tests: 3
says:
  name_classifier_tests: a state kept between calls
"""


# %% name_classifier
class NameClassifier(nn.Module):
    def __init__(self, symbols, classes, hidden_size=64):
        super().__init__()
        self.embedding = nn.Embedding(symbols, 32)
        self.recurrent = nn.LSTM(32, hidden_size, batch_first=True)
        self.head = nn.Linear(hidden_size, classes)
        self.state = None

    def forward(self, x, lengths):
        if self.state is None or self.state[0].shape[1] != len(x):
            self.state = None
        states, state = self.recurrent(self.embedding(x), self.state)
        self.state = tuple(part.detach() for part in state)
        return self.head(states[torch.arange(len(x)), lengths - 1])
