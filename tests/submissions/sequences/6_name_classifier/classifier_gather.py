"""
case: gather, and log-softmax in place of logits
kind: right
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
        place = (lengths - 1).reshape(-1, 1, 1).expand(-1, 1, states.shape[2])
        return F.log_softmax(self.head(states.gather(1, place).squeeze(1)), dim=1)
