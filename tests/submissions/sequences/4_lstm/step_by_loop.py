"""
case: the gates in a dictionary, a hand-written sigmoid
kind: right
"""


# %% lstm_step
def lstm_step(x, h, C, params):
    z = {gate: x @ params[f"U_{gate}"] + h @ params[f"W_{gate}"] + params[f"b_{gate}"] for gate in "figo"}
    f, i, o = (1 / (1 + torch.exp(-z[gate])) for gate in "fio")
    C_new = torch.addcmul(f * C, i, z["g"].tanh())
    return [o * C_new.tanh(), C_new]
