"""
case: the most likely class in place of probabilities
kind: wrong
scores:
  predict_tests: 0
  training_tests: 0
says:
  predict_tests: the shape is (3,)
"""


# %% predict
def predict(model, names):
    model.eval()
    with torch.no_grad():
        return model(*encode([transliterate(name) for name in names])).argmax(dim=1)
