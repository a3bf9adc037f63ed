"""
case: the normal form keeps the marks
kind: wrong
scores:
  transliterate_tests: 0
  predict_tests: 1
  training_tests: 0
says:
  transliterate_tests: still marks
"""


# %% transliterate
def transliterate(name):
    return unicodedata.normalize("NFC", name.lower().translate(str.maketrans(SPECIAL)))
