"""A training loop that shows how it gets on."""

from __future__ import annotations

import time
from collections.abc import Callable

import torch
from IPython.display import display
from torch import Tensor, nn

from seqgraph_helpers.plots.losses import curves

#: Seconds between two drawings of the curve.
PAUSE = 1.0


def fit(
    model: nn.Module,
    batch: Callable[[int], tuple[Tensor, Tensor]],
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    *,
    steps: int,
    lr: float = 1e-3,
    label: str = "loss",
    show: bool = True,
) -> list[float]:
    """Train all parameters of ``model`` with Adam, and return the loss of each step.

    Parameters
    ----------
    batch : callable
        ``batch(step)`` gives the inputs and targets of a step.
    loss_fn : callable
        ``loss_fn(predictions, targets)`` gives a scalar tensor.
    steps : int
    lr : float
        Learning rate.
    label : str
        What the curve is called.
    show : bool
        Draw the curve while training, about once a second.

    Raises
    ------
    ValueError
        If the loss is not a scalar that depends on the parameters.
    """
    optimiser = torch.optim.Adam(model.parameters(), lr=lr)
    losses: list[float] = []
    shown, handle = time.monotonic(), None
    model.train()
    for step in range(steps):
        x, y = batch(step)
        loss = loss_fn(model(x), y)
        if not isinstance(loss, Tensor) or loss.ndim or not loss.requires_grad:
            raise ValueError("the loss must be a tensor with one number, connected to the predictions")
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
        if show and time.monotonic() - shown > PAUSE:
            shown = time.monotonic()
            picture = curves({f"{label}, step {step + 1} of {steps}": losses})
            if handle is None:
                handle = display(picture, display_id=True)
            else:
                handle.update(picture)
    if handle is not None:
        handle.update(curves({label: losses}))
    return losses
