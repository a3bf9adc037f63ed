"""
case: optimiser.step() is missing
kind: wrong
scores: {train_tests: 2, trained_tests: 1}
says: {train_tests: "the parameters did not change", trained_tests: "no better than always answering 0"}
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
        schedule.step()
        losses.append(loss.item())
    return losses
