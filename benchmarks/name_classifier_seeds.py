"""How far the accuracy of the name classifier depends on luck, and on the layer: the table of docs/name_classifier.md.

    python -m benchmarks.name_classifier_seeds [SEEDS]

Runs the reference solutions of notebook 6 with other seeds and other recurrent layers. Needs Faker, for the exam names.
"""

from __future__ import annotations

import contextlib
import io
import sys
import time
from pathlib import Path
from typing import Any

import nbformat
import torch

from seqgraph_helpers.data.surnames import LANGUAGES, names_and_labels
from tools.build_surnames import surnames

NOTEBOOK = Path(__file__).resolve().parent.parent / "source" / "sequences" / "6_name_classifier.ipynb"
CELLS = ("setup", "transliterate", "encode", "name_classifier", "train_step", "predict", "training")


def train(layer: str, seed: int) -> dict[str, Any]:
    """The names that the notebook's cells define, with nn.LSTM replaced by ``layer`` and the given seed."""
    cells = {cell.id: cell.source for cell in nbformat.read(NOTEBOOK, as_version=4).cells}
    code = "\n\n".join(cells[name] for name in CELLS)
    assert code.count("nn.LSTM(") == code.count("manual_seed(0)") == 1
    space: dict[str, Any] = {}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(
            code.replace("nn.LSTM(", f"nn.{layer}(").replace("manual_seed(0)", f"manual_seed({seed})"), space
        )
    return space


def main(seeds: int) -> None:
    """Print the table as Markdown."""
    exam = [row for row in surnames() if row.split == "exam"]
    sets = {"valid": names_and_labels("valid"), "test": names_and_labels("test")}
    sets["exam"] = (
        [row.name for row in exam],
        torch.tensor([LANGUAGES.index(row.language) for row in exam]),
    )
    print("| layer | " + " | ".join(f"{name}: min, mean, max" for name in sets) + " | seconds of CPU |")
    print("|---|" + "---|" * (len(sets) + 1))
    for layer in ("RNN", "LSTM", "GRU"):
        found: dict[str, list[float]] = {name: [] for name in sets}
        start = time.process_time()
        for seed in range(seeds):
            space = train(layer, seed)
            for name, (names, y) in sets.items():
                guess = space["predict"](space["classifier"], names).argmax(dim=1)
                found[name].append(float((guess == y).float().mean()))
        seconds = (time.process_time() - start) / seeds
        cells = [f"{min(one):.3f}, {sum(one) / seeds:.3f}, {max(one):.3f}" for one in found.values()]
        print(f"| {layer} | " + " | ".join(cells) + f" | {seconds:.1f} |", flush=True)


if __name__ == "__main__":
    torch.set_num_threads(1)
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
