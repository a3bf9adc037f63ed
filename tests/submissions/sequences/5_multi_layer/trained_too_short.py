"""
case: the deep one was trained too short
kind: wrong
scores: {trained_tests: 2}
says: {trained_tests: "the loss on new sequences"}
"""

# %% trained_networks
torch.manual_seed(0)
one_layer = MultiLayerNetwork(1, 32, 1, 1)
train(one_layer, steps=600, lr=3e-3)
two_layers = MultiLayerNetwork(1, 32, 2, 1)
train(two_layers, steps=100, lr=3e-3)
