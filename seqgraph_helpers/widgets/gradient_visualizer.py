"""An explorer of gradients through time, fed by the learner's own function.

The widget builds an untrained recurrent layer from its settings, calls the function for the size of the gradient at each
step, and redraws one figure. Whatever it shows can be had without it: see :func:`four_views`.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from html import escape
from typing import Any

import ipywidgets as widgets
import numpy as np
import torch
import traitlets
from torch import Tensor, nn

from seqgraph_helpers.data.running_average import running_averages
from seqgraph_helpers.plots import Picture
from seqgraph_helpers.plots.gradients import Magnitudes, views
from seqgraph_helpers.unrolled import NONLINEARITIES, UnrolledLSTM, UnrolledRNN
from seqgraph_helpers.widgets import trouble

#: (layer, head, x, target, last_target_only) -> T sizes, or for several kinds of states a tuple of them.
Gradients = Callable[[nn.Module, nn.Module, Tensor, Tensor, bool], Any]


@dataclass(frozen=True)
class Settings:
    """What the explorer varies.

    ``scale`` multiplies the recurrent weights alone, starting from the original weights each time. ``forget_bias``
    matters to an LSTM only; there ``nonlinearity`` does not.
    """

    scale: float = 1.0
    T: int = 10
    H: int = 32
    nonlinearity: str = "tanh"
    cell: str = "RNN"
    last_target_only: bool = True
    seed: int = 0
    forget_bias: float = 0.0


PRESETS: dict[str, Settings] = {
    "vanish": Settings(T=20),
    "explode": Settings(scale=3.0, nonlinearity="none"),
    "dead ReLU": Settings(H=3, nonlinearity="ReLU", seed=0),
    "saturated": Settings(scale=300.0),
    "all targets": Settings(T=20, last_target_only=False),
}

#: The settings with a control of their own, unless told otherwise.
CONTROLS = ("scale", "T", "H", "nonlinearity", "cell", "last_target_only", "seed")


def build(settings: Settings, batch: int = 8) -> tuple[nn.Module, nn.Linear, Tensor, Tensor]:
    """An untrained layer, a head, and a batch of running averages, the same for the same settings.

    Returns
    -------
    layer : UnrolledRNN or UnrolledLSTM
        Input size 1, hidden size ``settings.H``.
    head : nn.Linear
        (…, H) -> (…, 1).
    x, target : Tensor (batch, settings.T, 1)
    """
    layer: nn.Module
    if settings.cell == "LSTM":
        layer = UnrolledLSTM(1, settings.H, settings.scale, settings.forget_bias, settings.seed)
    else:
        layer = UnrolledRNN(1, settings.H, settings.nonlinearity, settings.scale, settings.seed)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(settings.seed)
        head = nn.Linear(settings.H, 1)
    x, target = running_averages(batch, settings.T, seed=settings.seed)
    return layer, head, x, target


def measure(settings: Settings, gradients: Gradients) -> tuple[list[list[float]], list[list[float]], str]:
    """Sizes of states and of gradients, one list of T per kind of state, and a line about the recurrent weights.

    A size is the norm of all B·H numbers at that step.

    Raises
    ------
    ValueError
        If the function does not return T numbers (per kind of state).
    """
    layer, head, x, target = build(settings)
    found = gradients(layer, head, x, target, settings.last_target_only)
    sizes = [as_sizes(part, settings.T) for part in (found if _several(found, settings.T) else (found,))]
    with torch.no_grad():
        states = layer.states(x)[: len(sizes)] if isinstance(layer, UnrolledLSTM) else (layer(x),)
        shown = [[float(state.norm()) for state in kind] for kind in states]
    if len(shown) != len(sizes):
        raise ValueError(
            f"gradients of {len(sizes)} kinds of states came back, but this layer has {len(shown)}"
        )
    return shown, sizes, _about(layer, x)


def as_sizes(values: Any, T: int) -> list[float]:
    """T plain numbers.

    Raises
    ------
    ValueError
        If there are not T of them, or they are not single numbers.
    """
    try:
        sizes = [float(torch.as_tensor(value).detach()) for value in values]
    except (TypeError, ValueError, RuntimeError) as error:
        raise ValueError(f"one number per step was expected: {error}") from error
    if len(sizes) != T:
        raise ValueError(f"{len(sizes)} numbers came back for {T} steps")
    return sizes


def median_ratio(settings: Settings, gradients: Gradients, seeds: Iterable[int] = range(15)) -> float:
    """Median over seeds of the first gradient's size over the last's, ``‖g_1‖ / ‖g_T‖`` (last kind of state)."""
    ratios = []
    for seed in seeds:
        _, sizes, _ = measure(replace(settings, seed=seed), gradients)
        first, last = sizes[-1][0], sizes[-1][-1]
        ratios.append(first / last if last else np.nan)
    return float(np.nanmedian(ratios))


def four_views(gradients: Gradients, presets: Mapping[str, Settings] = PRESETS, name: str = "h_t") -> Picture:
    """The explorer's first four presets as one still figure: nothing in the course needs the widget itself.

    Of several kinds of states the last is shown; ``name`` says in LaTeX which that is.
    """
    cases = {}
    for title, settings in list(presets.items())[:4]:
        states, sizes, _ = measure(settings, gradients)
        cases[title] = (states[-1], sizes[-1])
    return views(cases, name)


class GradientVisualizer(widgets.VBox):
    """Sliders, choices and presets above a picture of sizes per step, with the same numbers in a table below it.

    Parameters
    ----------
    gradients : callable
        ``(layer, head, x, target, last_target_only)`` -> T sizes, or a tuple of such lists, one per kind of state.
    settings : Settings
        Where to start, and where the button *reset* leads.
    names : sequence of str
        The kinds of states, in LaTeX without dollar signs, in the order of ``gradients``.
    presets : mapping of str to Settings
        One button each.
    controls : sequence of str
        The settings that can be changed by hand; the presets may change any.
    """

    def __init__(
        self,
        gradients: Gradients,
        settings: Settings | None = None,
        names: tuple[str, ...] = ("h_t",),
        presets: Mapping[str, Settings] = PRESETS,
        controls: Sequence[str] = CONTROLS,
    ) -> None:
        self._gradients, self._start = gradients, settings or Settings()
        self._figure = Magnitudes(names)
        self._names = names
        self._busy = False
        self.controls = _controls(self._start)
        self.sliders = _sliders(self.controls)
        self.picture = widgets.HTML()
        self.table = widgets.HTML()
        for control in self.controls.values():
            control.observe(self._changed, "value")
        buttons = [self._button(name, one) for name, one in {**presets, "reset": self._start}.items()]
        rows = [
            widgets.HBox([self.controls[name], *([self.sliders[name]] if name in self.sliders else [])])
            for name in controls
        ]
        wrap = widgets.Layout(flex_flow="row wrap")
        super().__init__([widgets.HBox(buttons, layout=wrap), *rows, self.picture, self.table])
        self.redraw()

    @property
    def settings(self) -> Settings:
        """What the controls say."""
        return Settings(**{name: control.value for name, control in self.controls.items()})

    @settings.setter
    def settings(self, settings: Settings) -> None:
        self._busy = True  # one redraw for all controls
        try:
            for name, value in asdict(settings).items():
                self.controls[name].value = value
        finally:
            self._busy = False
        self.redraw()

    def redraw(self) -> None:
        """Measure anew and show; an error in the learner's function is shown in place of the picture."""
        try:
            states, sizes, about = measure(self.settings, self._gradients)
            self._figure.show_sizes(states, sizes)
        except Exception as error:
            self.picture.value = trouble(error)
            self.table.value = ""
            return
        data = base64.b64encode(self._figure.png()).decode()
        ratio = _ratio(sizes[-1])
        alt = f"{self._figure.alt} First over last: {ratio}."
        self.picture.value = (
            f'<figure style="margin:0"><img width="640" height="256" alt="{escape(alt, quote=True)}" '
            f'src="data:image/png;base64,{data}"><figcaption>First gradient over last: <b>{ratio}</b>. {about}'
            "</figcaption></figure>"
        )
        self.table.value = _table(self._names, states, sizes)

    def _button(self, name: str, settings: Settings) -> widgets.Button:
        button = widgets.Button(description=name, tooltip=_told(settings), layout={"width": "auto"})
        button.on_click(lambda _: setattr(self, "settings", settings))
        return button

    def _changed(self, change: Any) -> None:
        if not self._busy:
            self.redraw()


def _controls(start: Settings) -> dict[str, Any]:
    """A control for each setting, by its name."""
    number: dict[str, Any] = {"style": {"description_width": "100px"}, "layout": {"width": "220px"}}
    return {
        "scale": widgets.BoundedFloatText(
            start.scale, min=0.3, max=300, step=0.1, description="weight scale", **number
        ),
        "T": widgets.BoundedIntText(start.T, min=2, max=60, description="length T", **number),
        "H": widgets.BoundedIntText(start.H, min=1, max=128, description="hidden size H", **number),
        "nonlinearity": widgets.ToggleButtons(
            options=list(NONLINEARITIES),
            value=start.nonlinearity,
            description="nonlinearity",
            style={"button_width": "70px", "description_width": "100px"},
        ),
        "cell": widgets.ToggleButtons(
            options=["RNN", "LSTM"],
            value=start.cell,
            description="cell",
            style={"button_width": "70px", "description_width": "100px"},
        ),
        "last_target_only": widgets.Checkbox(
            start.last_target_only, description="last target only", indent=False
        ),
        "seed": widgets.BoundedIntText(start.seed, min=0, max=9999, description="seed", **number),
        "forget_bias": widgets.BoundedFloatText(
            start.forget_bias, min=-5, max=10, step=0.5, description="forget bias", **number
        ),
    }


def _sliders(controls: Mapping[str, Any]) -> dict[str, Any]:
    """A slider for each number that invites to play, tied to its box: the box has the name that a slider's handle lacks."""
    low, high = (np.log10(limit) for limit in (controls["scale"].min, controls["scale"].max))
    sliders = {
        # 109 equal steps, of which one ends at 1: a browser moves the value to the nearest step.
        "scale": widgets.FloatLogSlider(
            controls["scale"].value, min=low, max=high, step=(high - low) / 109, readout=False
        ),
        "T": widgets.IntSlider(controls["T"].value, min=2, max=60, readout=False),
        "H": widgets.IntSlider(controls["H"].value, min=1, max=128, readout=False),
        "forget_bias": widgets.FloatSlider(
            controls["forget_bias"].value, min=-5, max=10, step=0.5, readout=False
        ),
    }
    for name, slider in sliders.items():
        traitlets.link((slider, "value"), (controls[name], "value"), transform=(_three_digits, _same))
    return sliders


def _three_digits(value: float) -> float:
    return type(value)(f"{value:.3g}")


def _same(value: float) -> float:
    return value


def _told(settings: Settings) -> str:
    return ", ".join(f"{name} {value}" for name, value in asdict(settings).items())


def _several(found: Any, T: int) -> bool:
    """Is it a tuple of sequences, one per kind of state, rather than one sequence of T sizes?"""
    return isinstance(found, tuple) and len(found) != T and all(hasattr(part, "__len__") for part in found)


def _about(layer: nn.Module, x: Tensor) -> str:
    """What the recurrent weights are like, as HTML."""
    if isinstance(layer, UnrolledLSTM):
        return "An LSTM has four recurrent matrices, so no single spectral radius."
    with torch.no_grad():
        radius = torch.linalg.eigvals(layer.W_h).abs().max()
        norm = torch.linalg.matrix_norm(layer.W_h, 2)
        text = (
            f"<i>W<sub>h</sub></i>: spectral radius ρ = {radius:.3g}, largest singular value σ₁ = {norm:.3g}."
        )
        if layer.nonlinearity == "tanh":
            share = torch.stack(layer(x)).abs().gt(0.99).float().mean()
            text += f" Saturated (|h| > .99): {share:.0%}."
        if layer.nonlinearity == "ReLU":
            share = torch.stack(layer(x)).eq(0).float().mean()
            text += f" Silent (h = 0): {share:.0%}."
    return text


def _ratio(sizes: Sequence[float]) -> str:
    return f"{sizes[0] / sizes[-1]:.2g}" if sizes[-1] else "not defined (the last is 0)"


def _table(names: Sequence[str], states: Sequence[Sequence[float]], sizes: Sequence[Sequence[float]]) -> str:
    """The numbers of the picture, folded away."""
    heads = [f"size of {name}" for name in names] + [f"gradient of L by {name}" for name in names]
    rows = "".join(
        f"<tr><th scope='row'>{t}</th>" + "".join(f"<td>{value:.2e}</td>" for value in row) + "</tr>"
        for t, row in enumerate(zip(*states, *sizes, strict=True), start=1)
    )
    columns = "".join(f"<th scope='col'>{head}</th>" for head in ["step", *heads])
    return f"<details><summary>The same as numbers</summary><table><tr>{columns}</tr>{rows}</table></details>"
