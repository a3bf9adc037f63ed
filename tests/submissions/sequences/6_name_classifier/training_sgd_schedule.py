"""
case: a schedule, larger batches, all padding read
kind: right
"""

# %% training
names, y = names_and_labels("train")
x, lengths = encode([transliterate(name) for name in names])
classifier = NameClassifier(SYMBOLS, len(LANGUAGES), hidden_size=96)
optimizer = torch.optim.AdamW(classifier.parameters(), lr=0.01)
schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 5)
for epoch in range(5):
    for batch in torch.randperm(len(y)).split(128):
        train_step(classifier, optimizer, x[batch], lengths[batch], y[batch])
    schedule.step()
