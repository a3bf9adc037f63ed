"""
case: case is kept
kind: wrong
scores:
  transliterate_tests: 0
  predict_tests: 0
  training_tests: 0
says:
  transliterate_tests: lower case
"""


# %% transliterate
def transliterate(name):
    name = name.translate(str.maketrans(SPECIAL))
    plain = "".join(p for p in unicodedata.normalize("NFD", name) if not unicodedata.combining(p))
    if set(plain.lower()) - set(LETTERS):
        raise ValueError(name)
    return plain
