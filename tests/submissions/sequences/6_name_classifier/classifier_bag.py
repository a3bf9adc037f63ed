"""
case: a mean of letter vectors, with no recurrent layer
kind: wrong
scores:
  name_classifier_tests: 3
  training_tests: 0
says:
  name_classifier_tests: is there a recurrent layer
"""


# %% name_classifier
class NameClassifier(nn.Module):
    def __init__(self, symbols, classes, hidden_size=64):
        super().__init__()
        self.embedding = nn.Embedding(symbols, 32)
        self.head = nn.Linear(32, classes)

    def forward(self, x, lengths):
        mask = (x > 0).unsqueeze(2)
        return self.head((self.embedding(x) * mask).sum(dim=1) / lengths[:, None])
