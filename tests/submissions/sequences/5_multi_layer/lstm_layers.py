"""
case: LSTM layers are trained
kind: right
"""

# %% trained_networks
torch.manual_seed(0)
one_layer = MultiLayerNetwork(1, 16, 1, 1, cell="LSTM")
train(one_layer, steps=500, lr=1e-2)
two_layers = MultiLayerNetwork(1, 32, 2, 1, cell="LSTM")
train(two_layers, steps=700, lr=1e-2)
