"""
case: squared error of the logits, not cross-entropy
kind: wrong
scores:
  train_step_tests: 0
says:
  train_step_tests: should give log 2
"""


# %% train_step
def train_step(model, optimizer, x, lengths, y):
    model.train()
    loss = (model(x, lengths) - F.one_hot(y, model(x, lengths).shape[1])).square().mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
