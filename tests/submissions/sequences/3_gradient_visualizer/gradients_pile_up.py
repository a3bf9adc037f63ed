"""
case: zeros are kept between the calls, and their gradients add up
kind: wrong
scores:
  hidden_state_gradients_tests: 7
says:
  hidden_state_gradients_tests: the second call gives other sizes
"""

# %% hidden_state_gradients
kept = {}


def hidden_state_gradients(layer, head, x, target, last_target_only):
    B, T = x.shape[:2]
    zeros = kept.setdefault(
        (B, T, last_target_only), [torch.zeros(B, layer.hidden_size, requires_grad=True) for _ in range(T)]
    )
    h, predictions = None, []
    for t, zero in enumerate(zeros):
        h = layer.step(x[:, t], h) + zero
        predictions.append(head(h))
    errors = (torch.stack(predictions, dim=1) - target).square()
    (errors[:, -1].mean() if last_target_only else errors.mean()).backward()
    return [zero.grad.norm().item() for zero in zeros]
