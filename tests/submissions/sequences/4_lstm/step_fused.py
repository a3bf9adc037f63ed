"""
case: one product for all gates
kind: right
"""


# %% lstm_step
def lstm_step(x, h, C, params):
    U, W, b = (torch.cat([params[f"{kind}_{gate}"] for gate in "iofg"], dim=-1) for kind in "UWb")
    z = torch.einsum("bd,dk->bk", x, U) + h @ W + b
    H = h.shape[1]
    i, o, f = z[:, : 3 * H].sigmoid().split(H, dim=1)
    C_new = f * C + i * z[:, 3 * H :].tanh()
    return o * torch.tanh(C_new), C_new
