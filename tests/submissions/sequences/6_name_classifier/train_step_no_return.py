"""
case: nothing is returned
kind: wrong
scores:
  train_step_tests: 0
  training_tests: 0
says:
  train_step_tests: a NoneType came back
"""


# %% train_step
def train_step(model, optimizer, x, lengths, y):
    model.train()
    loss = F.cross_entropy(model(x, lengths), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
