"""
case: names are sorted first
kind: wrong
scores:
  predict_tests: 1
  training_tests: 0
says:
  predict_tests: were the names sorted
"""


# %% predict
def predict(model, names):
    model.eval()
    with torch.no_grad():
        return model(*encode([transliterate(name) for name in sorted(names, key=len)])).softmax(dim=1)
