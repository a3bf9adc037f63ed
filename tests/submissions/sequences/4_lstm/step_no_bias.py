"""
case: the biases are missing
kind: wrong
scores: {lstm_step_tests: 1}
says: {lstm_step_tests: "the biases are missing"}
"""


# %% lstm_step
def lstm_step(x, h, C, params):
    p = params
    f = torch.sigmoid(x @ p["U_f"] + h @ p["W_f"])
    i = torch.sigmoid(x @ p["U_i"] + h @ p["W_i"])
    g = torch.tanh(x @ p["U_g"] + h @ p["W_g"])
    o = torch.sigmoid(x @ p["U_o"] + h @ p["W_o"])
    C_new = f * C + i * g
    return o * torch.tanh(C_new), C_new
