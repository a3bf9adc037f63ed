"""
case: the index of a is that of the padding
kind: wrong
scores:
  encode_tests: 0
says:
  encode_tests: which is padding
"""


# %% encode
def encode(names):
    lengths = torch.tensor([len(name) for name in names])
    x = torch.zeros(len(names), int(lengths.max()), dtype=torch.long)
    for row, name in zip(x, names):
        row[: len(name)] = torch.tensor([LETTERS.index(letter) for letter in name])
    return x, lengths
