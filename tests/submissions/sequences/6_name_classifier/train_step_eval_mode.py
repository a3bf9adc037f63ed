"""
case: the model stays in evaluation mode
kind: wrong
scores:
  train_step_tests: 1
says:
  train_step_tests: not in training mode
"""


# %% train_step
def train_step(model, optimizer, x, lengths, y):
    loss = F.cross_entropy(model(x, lengths), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
