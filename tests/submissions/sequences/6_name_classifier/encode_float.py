"""
case: indices as floats
kind: wrong
scores:
  encode_tests: 0
  predict_tests: 2
  training_tests: 0
says:
  encode_tests: torch.float32
"""


# %% encode
def encode(names):
    lengths = torch.tensor([len(name) for name in names])
    x = torch.zeros(len(names), int(lengths.max()), dtype=torch.float32)
    for row, name in zip(x, names):
        row[: len(name)] = torch.tensor([LETTERS.index(letter) + 1 for letter in name])
    return x, lengths
