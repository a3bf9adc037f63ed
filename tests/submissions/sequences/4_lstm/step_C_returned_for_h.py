"""
case: C_new is returned twice
kind: wrong
scores: {lstm_step_tests: 4}
says: {lstm_step_tests: "the cell state came back in place of the hidden state"}
"""


# %% lstm_step
def lstm_step(x, h, C, params):
    p = params
    f = torch.sigmoid(x @ p["U_f"] + h @ p["W_f"] + p["b_f"])
    i = torch.sigmoid(x @ p["U_i"] + h @ p["W_i"] + p["b_i"])
    g = torch.tanh(x @ p["U_g"] + h @ p["W_g"] + p["b_g"])
    o = torch.sigmoid(x @ p["U_o"] + h @ p["W_o"] + p["b_o"])
    C_new = f * C + i * g
    return C_new, C_new
