"""
case: marks found by their category, NFKD, casefold
kind: right
"""


# %% transliterate
def transliterate(name):
    parts = unicodedata.normalize("NFKD", name.casefold())
    plain = ""
    for part in parts:
        if unicodedata.category(part) == "Mn":
            continue
        part = SPECIAL.get(part, part)
        part.encode("ascii")  # raises a UnicodeEncodeError, which is a ValueError
        if not set(part) <= set(LETTERS):
            raise ValueError(f"cannot spell {part}")
        plain += part
    return plain
