"""
case: special letters are replaced before lower case, so the large ones are missed
kind: wrong
scores:
  transliterate_tests: 1
  training_tests: 0
says:
  transliterate_tests: ValueError
"""


# %% transliterate
def transliterate(name):
    name = name.translate(str.maketrans(SPECIAL)).lower()
    plain = "".join(p for p in unicodedata.normalize("NFD", name) if not unicodedata.combining(p))
    if set(plain) - set(LETTERS):
        raise ValueError(name)
    return plain
