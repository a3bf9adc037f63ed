"""
case: the model stays in training mode
kind: wrong
scores:
  predict_tests: 1
says:
  predict_tests: still in training mode
"""


# %% predict
def predict(model, names):
    with torch.no_grad():
        return model(*encode([transliterate(name) for name in names])).softmax(dim=1)
