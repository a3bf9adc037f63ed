"""
case: always the first names, which are of one language
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
    for batch in torch.arange(len(y)).split(64)[:20]:
        T = lengths[batch].max()
        train_step(classifier, optimizer, x[batch, :T], lengths[batch], y[batch])
