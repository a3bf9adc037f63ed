"""Recurrent layers that keep each hidden state as a tensor of its own, so that gradients can be asked for."""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import Tensor, nn


def identity(z: Tensor) -> Tensor:
    """No nonlinearity: the layer is linear."""
    return z


NONLINEARITIES: dict[str, Callable[[Tensor], Tensor]] = {
    "none": identity,
    "tanh": torch.tanh,
    "ReLU": torch.relu,
}


class UnrolledRNN(nn.Module):
    """A recurrent layer, ``h_t = sigma(W_h h_{t-1} + W_x x_t + b)``, that returns a list of its hidden states.

    All parameters start uniform in ±1/√H, as in ``torch.nn.RNN``; then ``W_h`` is multiplied by ``scale``.

    Attributes
    ----------
    W_x, W_h, b : Parameter (H, D), (H, H), (H,)

    Parameters
    ----------
    input_size, hidden_size : int
        D and H.
    nonlinearity : str
        ``"none"``, ``"tanh"`` or ``"ReLU"``.
    scale : float
        Factor on ``W_h`` alone.
    seed : int
        The same seed gives the same parameters (before scaling).
    """

    def __init__(
        self,
        input_size: int,
        hidden_size: int,
        nonlinearity: str = "tanh",
        scale: float = 1.0,
        seed: int = 0,
    ) -> None:
        super().__init__()
        self.nonlinearity = nonlinearity
        self.hidden_size = hidden_size
        random = torch.Generator().manual_seed(seed)
        bound = 1 / math.sqrt(hidden_size)

        def draw(*shape: int) -> Tensor:
            return torch.empty(*shape).uniform_(-bound, bound, generator=random)

        self.W_x = nn.Parameter(draw(hidden_size, input_size))
        self.W_h = nn.Parameter(scale * draw(hidden_size, hidden_size))
        self.b = nn.Parameter(draw(hidden_size))

    def step(self, x_t: Tensor, h: Tensor | None = None) -> Tensor:
        """One step, (B, D) and (B, H) -> (B, H); no ``h`` means zeros."""
        z = x_t @ self.W_x.T + self.b
        if h is not None:
            z = z + h @ self.W_h.T
        return NONLINEARITIES[self.nonlinearity](z)

    def forward(self, x: Tensor) -> list[Tensor]:
        """(B, T, D) -> [h_1, …, h_T], each (B, H) and each a node of the computational graph."""
        states: list[Tensor] = []
        for x_t in x.unbind(dim=1):
            states.append(self.step(x_t, states[-1] if states else None))
        return states


class UnrolledLSTM(nn.Module):
    """``torch.nn.LSTMCell`` over time, with every hidden state h_t and cell state C_t kept as a tensor of its own.

    Parameters
    ----------
    input_size, hidden_size : int
        D and H.
    scale : float
        Factor on the recurrent weights of all four gates.
    forget_bias : float or None
        Value of the forget gate's bias (the sum of torch's two); ``None`` leaves torch's random one.
    seed : int
        The same seed gives the same parameters (before scaling).
    """

    def __init__(
        self,
        input_size: int,
        hidden_size: int,
        scale: float = 1.0,
        forget_bias: float | None = None,
        seed: int = 0,
    ) -> None:
        super().__init__()
        self.hidden_size = hidden_size
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed)
            self.cell = nn.LSTMCell(input_size, hidden_size)
        with torch.no_grad():
            self.cell.weight_hh.mul_(scale)
            if forget_bias is not None:
                for bias, value in ((self.cell.bias_ih, forget_bias), (self.cell.bias_hh, 0.0)):
                    bias[hidden_size : 2 * hidden_size] = value

    def states(self, x: Tensor) -> tuple[list[Tensor], list[Tensor]]:
        """(B, T, D) -> [h_1, …, h_T], [C_1, …, C_T], each (B, H)."""
        hidden, cells = [], []
        state = None
        for x_t in x.unbind(dim=1):
            state = self.cell(x_t, state)
            hidden.append(state[0])
            cells.append(state[1])
        return hidden, cells

    def forward(self, x: Tensor) -> list[Tensor]:
        """(B, T, D) -> [h_1, …, h_T], each (B, H)."""
        return self.states(x)[0]
