"""
case: zero_grad between backward and step
kind: wrong
scores:
  train_step_tests: 0
  training_tests: 0
says:
  train_step_tests: the weights did not move
"""


# %% train_step
def train_step(model, optimizer, x, lengths, y):
    model.train()
    loss = F.cross_entropy(model(x, lengths), y)
    loss.backward()
    optimizer.zero_grad()
    optimizer.step()
    return loss.item()
