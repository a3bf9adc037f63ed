"""
case: normalised exponentials; the mode is put back
kind: right
"""


# %% predict
def predict(model, names):
    before = model.training
    model.eval()
    with torch.inference_mode():
        x, lengths = encode(list(map(transliterate, names)))
        odds = (model(x, lengths) - model(x, lengths).amax(dim=1, keepdim=True)).exp()
    model.train(before)
    return odds / odds.sum(dim=1, keepdim=True)
