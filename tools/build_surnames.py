"""Build the surnames that the course ships, from the lists in Faker (an instructor's dependency).

    python tools/build_surnames.py          write seqgraph_helpers/data/surnames.csv
    python tools/build_surnames.py --exam   print the names that only the hidden check of notebook 6 holds

What is done, and why, is told to students in seqgraph_helpers/data/surnames.md.
"""

from __future__ import annotations

import csv
import random
import re
import sys
import unicodedata
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable
from importlib import import_module
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple, TextIO

from seqgraph_helpers.data.surnames import SPECIAL

CSV = Path(__file__).resolve().parent.parent / "seqgraph_helpers" / "data" / "surnames.csv"

#: Where Faker keeps the list of each language: provider and attribute. Neither `last_names` of is_IS nor that of
#: pl_PL is a list of names: both hold one placeholder.
LISTS = {
    "Croatian": ("hr_HR", "last_names"),
    "Dutch": ("nl_NL", "last_names"),
    "English": ("en_GB", "last_names"),
    "Estonian": ("et_EE", "last_names_est"),
    "Finnish": ("fi_FI", "last_names"),
    "French": ("fr_FR", "last_names"),
    "German": ("de_DE", "last_names"),
    "Icelandic": ("is_IS", "last_names_without_suffix"),
    "Irish": ("ga_IE", "last_names"),
    "Italian": ("it_IT", "last_names"),
    "Polish": ("pl_PL", "unisex_last_names"),
    "Slovak": ("sk_SK", "last_names"),
    "Spanish": ("es_ES", "last_names"),
    "Swedish": ("sv_SE", "last_names"),
    "Zulu": ("zu_ZA", "last_names"),
}
#: The same number for each language would throw most names away; without a limit Polish would be a third of all.
MOST_NAMES = 800
#: Share of the families in each split.
SHARES = {"train": 0.70, "valid": 0.15, "test": 0.15}
#: Names of each language that are in no file which students have: the split "exam".
EXAM_NAMES = 20

_SPECIAL = str.maketrans(SPECIAL)
_PARTICLES = re.compile(
    r"^((ma?c|o|de|die|den|der|le|la|da|dos|van|ter|uit|oude|het|an|a|na|con|giolla|'[ts]|d|ui) )+"
)


class Surname(NamedTuple):
    """One row of the file: a name as it is written, its language, its family, its split."""

    name: str
    language: str
    family: str
    split: str


def plain(name: str) -> str:
    """The name in lower case, without diacritics."""
    letters = unicodedata.normalize("NFD", name.lower().translate(_SPECIAL))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def family(name: str) -> str:
    """What variants of a name share, in whatever language: the name without particles and endings.

    ``Novák``, ``Nováková`` and ``Novak`` are one family, so are ``Mac Briain`` and ``Ó Briain``. Two names that have
    nothing to do with each other may fall together; that costs nothing, as a family is never divided.
    """
    stem = _PARTICLES.sub("", plain(name).replace("'", "' ") if name[1:2] == "'" else plain(name))
    stem = re.sub(r"^([bcdfgmpst])h", r"\1", stem)  # Irish: Fh- and F- are one name in two cases
    stem = re.sub(r"[^a-z]", "", stem)
    stem = re.sub(r"(.)\1+", r"\1", stem)
    if len(stem) > 6:
        stem = re.sub(r"(dotir|son|sen|ova)$", "", stem)
    if len(stem) > 4:
        stem = re.sub(r"[aeiouys]+$", "", stem)
        stem = re.sub(r"e([ckl])$", r"\1", stem)  # Slavic: Plavec, but Plavcová
    return stem


def names_of(language: str, chance: random.Random) -> list[str]:
    """At most ``MOST_NAMES`` different surnames of a language, in Unicode's composed form, sorted."""
    locale, attribute = LISTS[language]
    provider = import_module(f"faker.providers.person.{locale}").Provider
    found = {unicodedata.normalize("NFC", " ".join(name.split())) for name in getattr(provider, attribute)}
    if (
        language == "Icelandic"
    ):  # the list has the father's name, without the ending that makes it a last name
        found = {name + chance.choice(["son", "dóttir"]) for name in sorted(found)}
    names = sorted(name for name in found if _is_a_name(name))
    return sorted(chance.sample(names, min(MOST_NAMES, len(names))))


def surnames(seed: int = 6) -> list[Surname]:
    """All rows, the split "exam" included: families undivided, each language in the same shares."""
    chance = random.Random(seed)
    languages_of: dict[str, list[str]] = defaultdict(list)
    for language in LISTS:
        for name in names_of(language, chance):
            languages_of[name].append(language)
    families: dict[str, list[str]] = defaultdict(list)
    for name in sorted(languages_of):
        families[family(name)].append(name)
    strata: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for stem, members in families.items():
        strata[tuple(sorted({language for name in members for language in languages_of[name]}))].append(stem)

    rows = []
    for stratum, stems in sorted(strata.items()):
        chance.shuffle(stems)
        if len(stratum) == 1:  # an exam name has one right answer and no relatives
            alone = [stem for stem in stems if len(families[stem]) == 1][:EXAM_NAMES]
            stems = [stem for stem in stems if stem not in alone]
            rows += [Surname(families[stem][0], stratum[0], stem, "exam") for stem in alone]
        for stem, split in zip(stems, _deal(len(stems), chance), strict=True):
            rows += [
                Surname(name, language, stem, split)
                for name in families[stem]
                for language in languages_of[name]
            ]
    return sorted(rows, key=lambda row: (row.language, row.name))


def write(rows: Iterable[Surname], file: TextIO) -> None:
    """The rows that students get, as CSV."""
    table = csv.writer(file, lineterminator="\n")
    table.writerow(Surname._fields)
    table.writerows(row for row in rows if row.split != "exam")


def _is_a_name(name: str) -> bool:
    """Not a remark ("Koch auch Cocus"), not a medieval title ("Gepa van West-Francië, …"), not a whole sentence."""
    words = name.split()
    return (
        len(name) <= 20
        and len(words) <= 3
        and not {"auch", "recte", "und", "en"} & set(words)
        and all(word[0].islower() or word in {"Mac", "Ó", "Le", "De", "Da"} for word in words[:-1])
        and re.fullmatch(r"[a-z '-]{2,}", plain(name)) is not None
    )


def _deal(count: int, chance: random.Random) -> list[str]:
    """A split for each of ``count`` families in random order: evenly spaced marks on the scale of ``SHARES``."""
    offset = chance.random()  # a stratum of one or two families may fall anywhere
    borders = list(accumulate(SHARES.values()))[:-1]
    return [list(SHARES)[bisect(borders, (number + offset) / count)] for number in range(count)]


if __name__ == "__main__":
    everything = surnames()
    if "--exam" in sys.argv[1:]:
        for language in LISTS:
            names = [row.name for row in everything if (row.language, row.split) == (language, "exam")]
            print(f'    "{language}": "{", ".join(names)}",')
    else:
        with CSV.open("w", encoding="utf-8", newline="") as file:
            write(everything, file)
