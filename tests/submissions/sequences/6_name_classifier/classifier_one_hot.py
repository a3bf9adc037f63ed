"""
case: one-hot letters, a plain RNN, time first
kind: right
"""


# %% name_classifier
class NameClassifier(nn.Module):
    def __init__(self, symbols, classes, hidden_size=64):
        super().__init__()
        self.symbols = symbols
        self.recurrent = nn.RNN(symbols, hidden_size)
        self.head = nn.Linear(hidden_size, classes)

    def forward(self, x, lengths):
        states, _ = self.recurrent(F.one_hot(x, self.symbols).float().transpose(0, 1))
        return self.head(torch.stack([states[length - 1, row] for row, length in enumerate(lengths)]))
