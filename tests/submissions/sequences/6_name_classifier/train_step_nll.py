"""
case: NLL on log-softmax, gradients cleared at the end, norms clipped
kind: right
"""


# %% train_step
def train_step(model, optimizer, x, lengths, y):
    model.train()
    optimizer.zero_grad(set_to_none=True)
    loss = F.nll_loss(model(x, lengths).log_softmax(dim=1), y)
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 5.0)
    optimizer.step()
    return float(loss.detach())
