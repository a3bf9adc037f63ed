"""
case: lengths as a list
kind: wrong
scores:
  encode_tests: 0
  training_tests: 0
says:
  encode_tests: a list came back
"""


# %% encode
def encode(names):
    lengths = torch.tensor([len(name) for name in names])
    x = torch.zeros(len(names), int(lengths.max()), dtype=torch.long)
    for row, name in zip(x, names):
        row[: len(name)] = torch.tensor([LETTERS.index(letter) + 1 for letter in name])
    return x, lengths.tolist()
