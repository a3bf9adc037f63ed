"""
case: what is not ASCII is dropped silently
kind: wrong
scores:
  transliterate_tests: 0
says:
  transliterate_tests: dropped silently
"""


# %% transliterate
def transliterate(name):
    parts = unicodedata.normalize("NFD", name.lower())
    return parts.encode("ascii", "ignore").decode()
