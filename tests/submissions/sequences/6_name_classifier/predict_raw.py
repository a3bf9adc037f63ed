"""
case: names are only lowered, not transliterated
kind: wrong
scores:
  predict_tests: 1
says:
  predict_tests: is `transliterate` used
"""


# %% predict
def predict(model, names):
    model.eval()
    with torch.no_grad():
        return model(
            *encode(["".join(letter for letter in name.lower() if letter in LETTERS) for name in names])
        ).softmax(dim=1)
