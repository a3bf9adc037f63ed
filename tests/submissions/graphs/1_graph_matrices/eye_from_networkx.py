"""
case: read from networkx
kind: right
"""

# %% A_envelope
A_envelope = nx.to_numpy_array(open_envelope(), nodelist="abcdef").tolist()
A_envelope = np.array(A_envelope, dtype=int)
