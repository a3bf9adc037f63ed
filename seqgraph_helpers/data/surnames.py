"""Last names of 15 languages, with a fixed split; surnames.md beside this file says where they come from."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor

#: The languages, in the order of their class numbers 0 … 14.
LANGUAGES = (
    *("Croatian", "Dutch", "English", "Estonian", "Finnish", "French", "German", "Icelandic", "Irish"),
    *("Italian", "Polish", "Slovak", "Spanish", "Swedish", "Zulu"),
)
#: The symbols of a transliterated name. Symbol number i of this string has index i + 1; index 0 is padding.
LETTERS = "abcdefghijklmnopqrstuvwxyz '-"
#: How many indices there are, padding included.
SYMBOLS = len(LETTERS) + 1
#: Letters that Unicode can't take apart into a base letter and a mark, and what is written for them in ASCII.
SPECIAL = {"ß": "ss", "đ": "d", "ł": "l", "ø": "o", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"}


class Surname(NamedTuple):
    """A last name as it is written, the language of the list it comes from, and its family.

    Variants of one name (``Novák``, ``Nováková``) share their ``family``, and a family is never divided by the split.
    """

    name: str
    language: str
    family: str


@cache
def _rows() -> dict[str, list[Surname]]:
    rows: dict[str, list[Surname]] = {"train": [], "valid": [], "test": []}
    with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows[row.pop("split")].append(Surname(**row))
    return rows


def surnames(split: str) -> list[Surname]:
    """The names of a split, sorted by language.

    Parameters
    ----------
    split : {"train", "valid", "test"}
        70, 15 and 15 per cent of the families of each language.

    Raises
    ------
    ValueError
        If there is no such split.
    """
    if split not in _rows():
        raise ValueError(f"there is no split {split!r}: choose one of {', '.join(_rows())}")
    return list(_rows()[split])


def names_and_labels(split: str) -> tuple[list[str], Tensor]:
    """The names (N) of a split as text and their class numbers (N,), int64; see :func:`surnames`."""
    rows = surnames(split)
    return [row.name for row in rows], torch.tensor([LANGUAGES.index(row.language) for row in rows])
