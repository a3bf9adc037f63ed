"""
case: logits come back
kind: wrong
scores:
  predict_tests: 0
says:
  predict_tests: is there a softmax
"""


# %% predict
def predict(model, names):
    model.eval()
    with torch.no_grad():
        return model(*encode([transliterate(name) for name in names]))
