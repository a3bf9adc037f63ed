"""
case: softmax over the names (and no training)
kind: wrong
scores:
  predict_tests: 0
  training_tests: 0
says:
  predict_tests: over the classes
"""


# %% predict
def predict(model, names):
    model.eval()
    with torch.no_grad():
        return model(*encode([transliterate(name) for name in names])).softmax(dim=0)


# %% training
classifier = NameClassifier(SYMBOLS, len(LANGUAGES))
