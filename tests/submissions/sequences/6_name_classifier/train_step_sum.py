"""
case: the loss is a sum
kind: wrong
scores:
  train_step_tests: 0
says:
  train_step_tests: should give log 2
"""


# %% train_step
def train_step(model, optimizer, x, lengths, y):
    model.train()
    loss = F.cross_entropy(model(x, lengths), y, reduction="sum")
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
