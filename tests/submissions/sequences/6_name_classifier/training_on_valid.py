"""
case: every other valid name learnt by heart
kind: wrong
scores:
  training_tests: 1
says:
  training_tests: learn the training names by heart
"""

# %% training
torch.manual_seed(0)
names, y = names_and_labels("valid")
names, y = names[::2], y[::2]
x, lengths = encode([transliterate(name) for name in names])
classifier = NameClassifier(SYMBOLS, len(LANGUAGES))
optimizer = torch.optim.Adam(classifier.parameters(), lr=0.005)
for epoch in range(60):
    for batch in torch.randperm(len(y)).split(64):
        T = lengths[batch].max()
        train_step(classifier, optimizer, x[batch, :T], lengths[batch], y[batch])
