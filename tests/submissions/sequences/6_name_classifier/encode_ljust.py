"""
case: padded as text; lengths from the tensor
kind: right
"""


# %% encode
def encode(names):
    symbols = "\0" + LETTERS
    T = max(map(len, names))
    x = torch.tensor([[symbols.index(letter) for letter in name.ljust(T, "\0")] for name in names])
    return x, (x != 0).sum(dim=1)
