"""
case: zero_grad is missing
kind: wrong
scores:
  train_step_tests: 1
  training_tests: 0
says:
  train_step_tests: gradient of the first one
"""


# %% train_step
def train_step(model, optimizer, x, lengths, y):
    model.train()
    loss = F.cross_entropy(model(x, lengths), y)
    loss.backward()
    optimizer.step()
    return loss.item()
