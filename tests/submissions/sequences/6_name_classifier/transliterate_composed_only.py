"""
case: a table of composed letters, blind to decomposed ones
kind: wrong
scores:
  transliterate_tests: 1
says:
  transliterate_tests: ValueError
"""


# %% transliterate
def transliterate(name):
    plain = ""
    for letter in name.lower():
        plain += SPECIAL.get(letter) or unicodedata.normalize("NFD", letter)[0]
    if set(plain) - set(LETTERS):
        raise ValueError(name)
    return plain
