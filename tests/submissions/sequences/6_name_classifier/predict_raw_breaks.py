"""
case: names are encoded as they are
kind: wrong
scores:
  predict_tests: 0
  training_tests: 0
says:
  predict_tests: ValueError
"""


# %% predict
def predict(model, names):
    model.eval()
    with torch.no_grad():
        return model(*encode(names)).softmax(dim=1)
