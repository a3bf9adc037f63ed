"""
case: name by name, detached at the end
kind: right
"""


# %% predict
def predict(model, names):
    model.train(False)
    rows = [F.softmax(model(*encode([transliterate(name)])), dim=-1)[0] for name in names]
    return torch.stack(rows).detach()
