"""
case: only the head is given to the optimiser
kind: wrong
scores: {trained_tests: 1}
says: {trained_tests: "the loss on new sequences"}
"""


# %% train
def train(network, steps, lr):
    parameters = list(network.parameters())[-2:]
    optimiser = torch.optim.Adam(parameters, lr=lr)
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
    return losses
