"""
case: padding at the front
kind: wrong
scores:
  encode_tests: 0
  training_tests: 0
says:
  encode_tests: the padding goes to the end
"""


# %% encode
def encode(names):
    lengths = torch.tensor([len(name) for name in names])
    x = torch.zeros(len(names), int(lengths.max()), dtype=torch.long)
    for row, name in zip(x, names):
        row[len(row) - len(name) :] = torch.tensor([LETTERS.index(letter) + 1 for letter in name])
    return x, lengths
