"""
case: cross-entropy written out
kind: right
"""


# %% train_step
def train_step(model, optimizer, x, lengths, y):
    model.train(True)
    logits = model(x, lengths)
    loss = (logits.logsumexp(dim=1) - logits[torch.arange(len(y)), y]).mean()
    for parameter in model.parameters():
        parameter.grad = None
    loss.backward()
    optimizer.step()
    return loss.item()
