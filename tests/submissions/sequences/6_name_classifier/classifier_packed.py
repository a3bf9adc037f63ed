"""
case: packing and h_n of both directions
kind: right
"""


# %% name_classifier
class NameClassifier(nn.Module):
    def __init__(self, symbols, classes, hidden_size=64):
        super().__init__()
        self.embedding = nn.Embedding(symbols, 32)
        self.recurrent = nn.GRU(32, hidden_size // 2, bidirectional=True, batch_first=True)
        self.head = nn.Linear(hidden_size // 2 * 2, classes)

    def forward(self, x, lengths):
        packed = nn.utils.rnn.pack_padded_sequence(
            self.embedding(x), lengths, batch_first=True, enforce_sorted=False
        )
        _, h_n = self.recurrent(packed)
        return self.head(torch.cat([h_n[0], h_n[1]], dim=1))
