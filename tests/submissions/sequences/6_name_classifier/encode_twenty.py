"""
case: T is always 20, and longer names are cut
kind: wrong
scores:
  encode_tests: 0
says:
  encode_tests: look at axis T
"""


# %% encode
def encode(names):
    x = torch.zeros(len(names), 20, dtype=torch.long)
    for row, name in zip(x, names):
        row[: len(name)] = torch.tensor([LETTERS.index(letter) + 1 for letter in name[:20]])
    return x, torch.tensor([len(name) for name in names])
