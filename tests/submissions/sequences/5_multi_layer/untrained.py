"""
case: the networks were not trained
kind: wrong
scores: {trained_tests: 1}
says: {trained_tests: "More steps"}
"""

# %% trained_networks
one_layer = MultiLayerNetwork(1, 32, 1, 1)
two_layers = MultiLayerNetwork(1, 32, 2, 1)
