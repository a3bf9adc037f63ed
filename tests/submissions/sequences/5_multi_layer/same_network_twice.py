"""
case: one network under two names
kind: wrong
scores: {trained_tests: 0}
says: {trained_tests: "two_layers has no more parameters than one_layer"}
"""

# %% trained_networks
torch.manual_seed(0)
two_layers = MultiLayerNetwork(1, 32, 1, 1)
train(two_layers, steps=300, lr=3e-3)
one_layer = two_layers
