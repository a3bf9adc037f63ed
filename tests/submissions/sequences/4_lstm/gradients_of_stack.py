"""
case: gradients of a stack of the states
kind: wrong
scores: {lstm_gradients_tests: 0}
says: {lstm_gradients_tests: "a gradient is None"}
"""


# %% lstm_gradients
def lstm_gradients(layer, head, x, target, last_target_only):
    h, C = layer.states(x)
    all_h, all_C = torch.stack(h), torch.stack(C)
    loss = nn.functional.mse_loss(head(h[-1]), target[:, -1])
    found = torch.autograd.grad(loss, [all_h, all_C], allow_unused=True)
    return [part.norm(dim=(1, 2)) for part in found]
