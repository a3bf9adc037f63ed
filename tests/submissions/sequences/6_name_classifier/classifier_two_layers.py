"""
case: two layers of LSTM with dropout and a larger head
kind: right
"""


# %% name_classifier
class NameClassifier(nn.Module):
    def __init__(self, symbols, classes, hidden_size=64):
        super().__init__()
        self.embedding = nn.Embedding(symbols, 32, padding_idx=0)
        self.recurrent = nn.LSTM(32, hidden_size, num_layers=2, dropout=0.1, batch_first=True)
        self.head = nn.Sequential(nn.Dropout(0.1), nn.Linear(hidden_size, classes))

    def forward(self, x, lengths):
        states, _ = self.recurrent(self.embedding(x))
        return self.head(states[torch.arange(len(x)), lengths - 1])
