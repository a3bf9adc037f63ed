"""
case: symbols that cannot be spelt vanish
kind: wrong
scores:
  transliterate_tests: 1
says:
  transliterate_tests: not vanish silently
"""


# %% transliterate
def transliterate(name):
    parts = unicodedata.normalize("NFD", name.lower().translate(str.maketrans(SPECIAL)))
    return "".join(part for part in parts if part in LETTERS)
