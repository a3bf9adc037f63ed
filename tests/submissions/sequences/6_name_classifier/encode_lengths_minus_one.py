"""
case: lengths are places of the last letters
kind: wrong
scores:
  encode_tests: 0
says:
  encode_tests: the lengths are [1, 5, 2]
"""


# %% encode
def encode(names):
    lengths = torch.tensor([len(name) for name in names])
    x = torch.zeros(len(names), int(lengths.max()), dtype=torch.long)
    for row, name in zip(x, names):
        row[: len(name)] = torch.tensor([LETTERS.index(letter) + 1 for letter in name])
    return x, lengths - 1
