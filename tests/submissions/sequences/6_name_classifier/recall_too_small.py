"""
case: no row for classes that do not occur
kind: wrong
scores:
  recall_tests: 0
says:
  recall_tests: the shape is
"""


# %% recall
def confusion_matrix(true, guessed, classes):
    size = int(max(true.max(), guessed.max())) + 1
    return torch.bincount(true * size + guessed, minlength=size**2).reshape(size, size)


def balanced_accuracy(matrix):
    sizes = matrix.sum(dim=1)
    return float((matrix.diagonal() / sizes)[sizes > 0].mean())
