"""
case: softmax before the cross-entropy
kind: wrong
scores:
  train_step_tests: 1
says:
  train_step_tests: go through softmax
"""


# %% train_step
def train_step(model, optimizer, x, lengths, y):
    model.train()
    loss = F.cross_entropy(model(x, lengths).softmax(dim=1), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
