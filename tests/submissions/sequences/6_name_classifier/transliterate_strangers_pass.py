"""
case: symbols that cannot be spelt pass through
kind: wrong
scores:
  transliterate_tests: 1
says:
  transliterate_tests: should raise ValueError
"""


# %% transliterate
def transliterate(name):
    parts = unicodedata.normalize("NFD", name.lower().translate(str.maketrans(SPECIAL)))
    return "".join(part for part in parts if not unicodedata.combining(part))
