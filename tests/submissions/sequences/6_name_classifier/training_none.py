"""
case: the classifier is not trained
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
