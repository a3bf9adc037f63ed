"""
case: a DataLoader
kind: right
"""

# %% training
names, y = names_and_labels("train")
data = torch.utils.data.TensorDataset(*encode([transliterate(name) for name in names]), y)
classifier = NameClassifier(SYMBOLS, 15)
adam = torch.optim.Adam(classifier.parameters(), 0.005)
for _ in range(5):
    for x, lengths, y in torch.utils.data.DataLoader(data, batch_size=64, shuffle=True):
        train_step(classifier, adam, x, lengths, y)
