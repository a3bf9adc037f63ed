"""
case: the batch is sorted by length
kind: wrong
scores:
  encode_tests: 0
  predict_tests: 1
  training_tests: 0
says:
  encode_tests: the lengths are [6, 3, 2]
"""


# %% encode
def encode(names):
    names = sorted(names, key=len, reverse=True)
    lengths = torch.tensor([len(name) for name in names])
    x = torch.zeros(len(names), int(lengths.max()), dtype=torch.long)
    for row, name in zip(x, names):
        row[: len(name)] = torch.tensor([LETTERS.index(letter) + 1 for letter in name])
    return x, lengths
