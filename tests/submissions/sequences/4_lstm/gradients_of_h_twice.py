"""
case: both rows are those of h
kind: wrong
scores: {lstm_gradients_tests: 0}
says: {lstm_gradients_tests: "both rows are those of h"}
"""


# %% lstm_gradients
def lstm_gradients(layer, head, x, target, last_target_only):
    h, C = layer.states(x)
    if last_target_only:
        loss = nn.functional.mse_loss(head(h[-1]), target[:, -1])
    else:
        loss = nn.functional.mse_loss(head(torch.stack(h, dim=1)), target)
    sizes = [gradient.norm().item() for gradient in torch.autograd.grad(loss, [*h, *C])]
    return sizes[: len(h)], sizes[: len(h)]
