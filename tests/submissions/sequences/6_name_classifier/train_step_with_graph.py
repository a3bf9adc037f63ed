"""
case: the loss comes back with its graph
kind: wrong
scores:
  train_step_tests: 1
says:
  train_step_tests: return loss.item()
"""


# %% train_step
def train_step(model, optimizer, x, lengths, y):
    model.train()
    loss = F.cross_entropy(model(x, lengths), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss
