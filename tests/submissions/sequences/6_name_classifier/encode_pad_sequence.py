"""
case: pad_sequence and a dictionary
kind: right
"""


# %% encode
def encode(names):
    number = {letter: index for index, letter in enumerate(LETTERS, start=1)}
    rows = [torch.tensor([number[letter] for letter in name]) for name in names]
    x = nn.utils.rnn.pad_sequence(rows, batch_first=True)
    return x, torch.tensor([len(row) for row in rows])
