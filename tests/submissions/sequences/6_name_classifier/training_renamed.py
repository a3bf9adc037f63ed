"""
case: the classifier has another name
kind: wrong
scores:
  training_tests: 0
says:
  training_tests: "`classifier` does not exist"
"""

# %% training
torch.manual_seed(0)
names, y = names_and_labels("train")
x, lengths = encode([transliterate(name) for name in names])
net = NameClassifier(SYMBOLS, len(LANGUAGES))
optimizer = torch.optim.Adam(net.parameters(), lr=0.005)
for epoch in range(5):
    for batch in torch.randperm(len(y)).split(64):
        T = lengths[batch].max()
        train_step(net, optimizer, x[batch, :T], lengths[batch], y[batch])
