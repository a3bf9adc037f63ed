"""
case: logarithms come back
kind: wrong
scores:
  predict_tests: 0
says:
  predict_tests: logarithms of probabilities
"""


# %% predict
def predict(model, names):
    model.eval()
    with torch.no_grad():
        return model(*encode([transliterate(name) for name in names])).log_softmax(dim=1)
