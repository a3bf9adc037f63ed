"""
case: only the last loss is returned
kind: wrong
scores: {train_tests: 2}
says: {train_tests: "the losses of all steps are asked for, 7 here"}
"""


# %% train
def train(network, steps, lr):
    optimiser = torch.optim.Adam(network.parameters(), lr=lr)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: 1 - step / steps)
    losses = []
    for step in range(steps):
        x, y = running_averages(64, 10, seed=10_000 + step)
        loss = (network(x) - y).square().mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        losses.append(loss.item())
    return losses[-1]
