"""
case: a sigmoid for each class
kind: wrong
scores:
  predict_tests: 0
says:
  predict_tests: add up to 1
"""


# %% predict
def predict(model, names):
    model.eval()
    with torch.no_grad():
        return model(*encode([transliterate(name) for name in names])).sigmoid()
