"""
case: the lengths are all T
kind: wrong
scores:
  encode_tests: 0
  training_tests: 1
says:
  encode_tests: the lengths are [6, 6, 6]
"""


# %% encode
def encode(names):
    lengths = torch.tensor([len(name) for name in names])
    x = torch.zeros(len(names), int(lengths.max()), dtype=torch.long)
    for row, name in zip(x, names):
        row[: len(name)] = torch.tensor([LETTERS.index(letter) + 1 for letter in name])
    return x, torch.full_like(lengths, x.shape[1])
