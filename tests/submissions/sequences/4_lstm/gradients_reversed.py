"""
case: the last step first
kind: wrong
scores: {lstm_gradients_tests: 0}
says: {lstm_gradients_tests: "the sizes for h are [2.0, 0.0, 0.0], not [0, 0, 2]"}
"""


# %% lstm_gradients
def lstm_gradients(layer, head, x, target, last_target_only):
    h, C = layer.states(x)
    if last_target_only:
        loss = nn.functional.mse_loss(head(h[-1]), target[:, -1])
    else:
        loss = nn.functional.mse_loss(head(torch.stack(h, dim=1)), target)
    sizes = [gradient.norm().item() for gradient in torch.autograd.grad(loss, [*h, *C])]
    return sizes[: len(h)][::-1], sizes[len(h) :][::-1]
