"""
case: matrix products in place of elementwise ones
kind: wrong
scores: {lstm_step_tests: 1}
says: {lstm_step_tests: "entry by entry"}
"""


# %% lstm_step
def lstm_step(x, h, C, params):
    p = params
    f = torch.sigmoid(x @ p["U_f"] + h @ p["W_f"] + p["b_f"])
    i = torch.sigmoid(x @ p["U_i"] + h @ p["W_i"] + p["b_i"])
    g = torch.tanh(x @ p["U_g"] + h @ p["W_g"] + p["b_g"])
    o = torch.sigmoid(x @ p["U_o"] + h @ p["W_o"] + p["b_o"])
    C_new = f @ C.T + i @ g.T
    return o * torch.tanh(C_new), C_new
