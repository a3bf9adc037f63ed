"""Probes: what a check may ask of a learner's module, as values.

Each runs beside the learner's objects (see :func:`seqgraph_helpers.checks.in_student_kernel`)
and returns plain data.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from seqgraph_helpers.checks import in_student_kernel


@in_student_kernel
def parameter_count(module: Any) -> int:
    """Number of trainable scalars that the module registers."""
    return sum(p.numel() for p in module.parameters() if p.requires_grad)


@in_student_kernel
def random_weights(module: Any, seed: int, scale: float = 0.5) -> None:
    """Give every registered parameter new values, ``scale`` times standard normal numbers.

    A check that does this first depends neither on the learner's starting values (zeros are allowed)
    nor on luck, and knows that two modules of one class hold the same weights.
    """
    import torch

    random = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.copy_(scale * torch.randn(parameter.shape, generator=random))


@in_student_kernel
def gradient_of(function: Callable[..., Any], *inputs: Any, wrt: int = 0) -> Any:
    """Gradient of ``function(*inputs).sum()`` with respect to input number ``wrt``.

    Returns
    -------
    numpy.ndarray
        Same shape as ``inputs[wrt]``; zeros where the output does not depend on it.

    Raises
    ------
    AssertionError
        If the output is not connected to any tensor that requires a gradient.
    """
    import torch

    tensors = [torch.as_tensor(value).detach().clone() for value in inputs]
    tensors[wrt].requires_grad_()
    output = function(*tensors).sum()
    assert output.requires_grad, "no gradient flows through the result: is it detached?"
    (gradient,) = torch.autograd.grad(output, tensors[wrt], allow_unused=True)
    return (torch.zeros_like(tensors[wrt]) if gradient is None else gradient).numpy()


@in_student_kernel
def parameter_gradients(module: Any, *inputs: Any) -> dict[str, Any]:
    """Gradient of ``module(*inputs).square().sum()`` with respect to each named parameter.

    Returns
    -------
    dict of str to numpy.ndarray or None
        ``None`` for a parameter that the result does not depend on.

    Raises
    ------
    AssertionError
        If the output is not connected to any tensor that requires a gradient.
    """
    import torch

    output = module(*inputs).square().sum()
    assert output.requires_grad, "no gradient flows through the result: is it detached?"
    names, tensors = zip(*module.named_parameters(), strict=True)
    try:
        gradients = torch.autograd.grad(output, tensors, allow_unused=True)
    except RuntimeError as error:
        if "inplace operation" not in str(error):
            raise
        raise AssertionError(
            "backward fails, because a tensor is overwritten after it was used: keep the newest state in a variable of "
            "its own, and collect the states in a list"
        ) from None
    return {
        name: None if gradient is None else gradient.numpy()
        for name, gradient in zip(names, gradients, strict=True)
    }
