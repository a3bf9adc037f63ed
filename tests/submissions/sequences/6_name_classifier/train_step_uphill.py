"""
case: "the loss grows: steps go uphill"
kind: wrong
scores:
  train_step_tests: 1
  training_tests: 0
says:
  train_step_tests: not those of one gradient step
"""


# %% train_step
def train_step(model, optimizer, x, lengths, y):
    model.train()
    loss = F.cross_entropy(model(x, lengths), y)
    optimizer.zero_grad()
    (-loss).backward()
    optimizer.step()
    return loss.item()
