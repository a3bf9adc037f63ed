"""The surnames: reproduced from Faker byte for byte, no family divided, letters as promised."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections import defaultdict

import pytest
import torch

from seqgraph_helpers.data.surnames import LANGUAGES, LETTERS, SPECIAL, SYMBOLS, names_and_labels, surnames
from seqgraph_helpers.plots import names as plots
from tests.bank import ROOT

CSV = ROOT / "seqgraph_helpers" / "data" / "surnames.csv"
SPLITS = ("train", "valid", "test")


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(CSV.read_text(encoding="utf-8"))))


@pytest.fixture(scope="module")
def built() -> list[tuple[str, ...]]:
    pytest.importorskip("faker")
    from tools import build_surnames

    return list(build_surnames.surnames())


def test_the_file_is_what_the_script_builds(built: list[tuple[str, ...]]) -> None:
    from tools import build_surnames

    file = io.StringIO()
    build_surnames.write(built, file)
    assert file.getvalue().encode() == CSV.read_bytes()


def test_no_exam_name_and_no_relative_of_one_is_in_the_file(
    built: list[tuple[str, ...]], rows: list[dict[str, str]]
) -> None:
    exam = [row for row in built if row[3] == "exam"]
    assert len(exam) == 20 * len(LANGUAGES)
    assert not {name for name, *_ in exam} & {row["name"] for row in rows}
    assert not {family for _, _, family, _ in exam} & {row["family"] for row in rows}


def test_the_notebook_examines_with_the_exam_names(built: list[tuple[str, ...]]) -> None:
    source = (ROOT / "source" / "sequences" / "6_name_classifier.ipynb").read_text(encoding="utf-8")
    for language in LANGUAGES:
        names = [name for name, own, _, split in built if (own, split) == (language, "exam")]
        assert f'\\"{language}\\": \\"{", ".join(names)}\\"' in source, language


def test_no_family_is_divided(rows: list[dict[str, str]]) -> None:
    splits = defaultdict(set)
    for row in rows:
        splits[row["family"]].add(row["split"])
    assert {len(found) for found in splits.values()} == {1}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Novák", "Nováková"), ("Mac Briain", "Ó Briain"), ("Plavec", "Plavcová"), ("de Bhailís", "Bailís")],
)
def test_variants_of_a_name_are_a_family(one: str, other: str) -> None:
    pytest.importorskip("faker")
    from tools.build_surnames import family

    assert family(one) == family(other) != family("Schmidt")


def test_no_row_comes_twice_and_splits_are_stratified(rows: list[dict[str, str]]) -> None:
    assert len({(row["name"], row["language"]) for row in rows}) == len(rows) == 9464
    for language in LANGUAGES:
        own = [row["split"] for row in rows if row["language"] == language]
        assert len(own) >= 360
        assert own.count("train") / len(own) == pytest.approx(0.70, abs=0.03), language
        assert own.count("test") / len(own) == pytest.approx(0.15, abs=0.03), language


def test_every_name_can_be_spelt_with_letters(rows: list[dict[str, str]]) -> None:
    special = str.maketrans(SPECIAL)
    for row in rows:
        name = row["name"]
        assert unicodedata.is_normalized("NFC", name)
        parts = unicodedata.normalize("NFD", name.lower().translate(special))
        assert {part for part in parts if not unicodedata.combining(part)} <= set(LETTERS), name
    assert SYMBOLS == len(set(LETTERS)) + 1 == 30


def test_names_and_labels_belong_together() -> None:
    for split in SPLITS:
        names, labels = names_and_labels(split)
        assert labels.dtype == torch.int64
        assert [(row.name, row.language) for row in surnames(split)] == [
            (name, LANGUAGES[label]) for name, label in zip(names, labels, strict=True)
        ]


def test_a_caller_cannot_spoil_the_data() -> None:
    surnames("test").clear()
    assert len(surnames("test")) == 1422
    with pytest.raises(ValueError, match="choose one of train, valid, test"):
        surnames("exam")


def test_the_data_card_tells_the_numbers_of_the_file(rows: list[dict[str, str]]) -> None:
    card = CSV.with_suffix(".md").read_text(encoding="utf-8")
    languages = defaultdict(set)
    for row in rows:
        languages[row["name"]].add(row["language"])
    assert f"{len(rows)} last names" in card
    assert f"{sum(len(found) > 1 for found in languages.values())} names stand in more than one list" in card
    assert "MIT licence" in card


# -- figures -------------------------------------------------------------------------------


def test_padded_batch_frames_the_last_letters() -> None:
    figure = plots.padded_batch([[12, 9, 0], [1, 4, 1]], [2, 3], LETTERS)
    frames = [patch for patch in figure.axes[0].patches if not patch.get_fill()]
    assert [frame.get_xy() for frame in frames] == [(1, 0), (2, 1)]
    assert "at positions 2, 3" in figure.alt


def test_confusions_are_shares_of_rows() -> None:
    figure = plots.confusions([[3, 1], [0, 0]], ["A", "B"])
    assert figure.axes[0].images[0].get_array().tolist() == [[75, 25], [0, 0]]
    assert "A taken for B (25 %)" in figure.alt


def test_beliefs_and_bars_tell_their_numbers() -> None:
    assert "Irish 0.10 to 0.80" in plots.beliefs("Ab", {"Irish": [0.1, 0.8]}).alt
    assert plots.bars({"one": 0.25, "two": 3}, "share").alt.endswith("one 0.25, two 3.")


def test_confidence_groups_by_probability() -> None:
    figure = plots.confidence([0.9, 0.2, 0.8, 0.3], [True, False, True, True], bins=2)
    assert figure.axes[0].lines[1].get_xydata().ravel().tolist() == pytest.approx([0.25, 0.5, 0.85, 1.0])
