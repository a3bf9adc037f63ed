"""
case: unknown symbols become 0, which is padding
kind: wrong
scores:
  encode_tests: 1
says:
  encode_tests: did its 4 become padding
"""


# %% encode
def encode(names):
    lengths = torch.tensor([len(name) for name in names])
    x = torch.zeros(len(names), int(lengths.max()), dtype=torch.long)
    for row, name in zip(x, names):
        row[: len(name)] = torch.tensor([LETTERS.find(letter) + 1 for letter in name])
    return x, lengths
