"""
case: always the last target only
kind: wrong
scores: {lstm_gradients_tests: 3}
says: {lstm_gradients_tests: "last_target_only is not obeyed, or the other way round"}
"""


# %% lstm_gradients
def lstm_gradients(layer, head, x, target, last_target_only):
    h, C = layer.states(x)
    if True:
        loss = nn.functional.mse_loss(head(h[-1]), target[:, -1])
    else:
        loss = nn.functional.mse_loss(head(torch.stack(h, dim=1)), target)
    sizes = [gradient.norm().item() for gradient in torch.autograd.grad(loss, [*h, *C])]
    return sizes[: len(h)], sizes[len(h) :]
