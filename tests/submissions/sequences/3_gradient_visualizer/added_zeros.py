"""
case: zeros are added to every state, and the gradient is taken at them
kind: right
"""


# %% hidden_state_gradients
def hidden_state_gradients(layer, head, x, target, last_target_only):
    zeros = [torch.zeros(len(x), layer.hidden_size, requires_grad=True) for _ in range(x.shape[1])]
    h, predictions = None, []
    for t, zero in enumerate(zeros):
        h = layer.step(x[:, t], h) + zero
        predictions.append(head(h))
    errors = (torch.stack(predictions, dim=1) - target).square()
    loss = errors[:, -1].mean() if last_target_only else errors.mean()
    loss.backward()
    return [zero.grad.norm().item() for zero in zeros]
