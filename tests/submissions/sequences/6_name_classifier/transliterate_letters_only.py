"""
case: space, apostrophe and hyphen are dropped
kind: wrong
scores:
  transliterate_tests: 0
says:
  transliterate_tests: dropped silently
"""


# %% transliterate
def transliterate(name):
    parts = unicodedata.normalize("NFD", name.lower().translate(str.maketrans(SPECIAL)))
    parts = [part for part in parts if not unicodedata.combining(part)]
    if set(parts) - set(LETTERS):
        raise ValueError(name)
    return "".join(part for part in parts if part.isalpha())
