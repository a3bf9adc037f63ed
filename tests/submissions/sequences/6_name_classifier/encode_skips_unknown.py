"""
case: unknown symbols are left out
kind: wrong
scores:
  encode_tests: 1
says:
  encode_tests: was it left out
"""


# %% encode
def encode(names):
    lengths = torch.tensor([len(name) for name in names])
    x = torch.zeros(len(names), int(lengths.max()), dtype=torch.long)
    for row, name in zip(x, names):
        letters = torch.tensor([LETTERS.index(letter) + 1 for letter in name if letter in LETTERS])
        row[: len(letters)] = letters
    return x, lengths
