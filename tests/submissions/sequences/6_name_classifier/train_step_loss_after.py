"""
case: the loss after the step
kind: wrong
scores: {train_step_tests: 0}
says: {train_step_tests: "this is the loss after the step"}
"""


# %% train_step
def train_step(model, optimizer, x, lengths, y):
    model.train()
    optimizer.zero_grad()
    F.cross_entropy(model(x, lengths), y).backward()
    optimizer.step()
    with torch.no_grad():
        return F.cross_entropy(model(x, lengths), y).item()
