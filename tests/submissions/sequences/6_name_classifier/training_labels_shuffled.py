"""
case: names and labels are shuffled apart
kind: wrong
scores:
  training_tests: 0
says:
  training_tests: nothing was learnt
"""

# %% training
torch.manual_seed(0)
names, y = names_and_labels("train")
x, lengths = encode([transliterate(name) for name in names])
classifier = NameClassifier(SYMBOLS, len(LANGUAGES))
optimizer = torch.optim.Adam(classifier.parameters(), lr=0.005)
for epoch in range(5):
    for batch in torch.randperm(len(y)).split(64):
        T = lengths[batch].max()
        train_step(
            classifier, optimizer, x[batch, :T], lengths[batch], y[torch.randperm(len(y))[: len(batch)]]
        )
