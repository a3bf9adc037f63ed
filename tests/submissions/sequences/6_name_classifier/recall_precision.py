"""
case: precision in place of recall
kind: wrong
scores:
  recall_tests: 1
says:
  recall_tests: that is precision
"""


# %% recall
def confusion_matrix(true, guessed, classes):
    return torch.bincount(true * classes + guessed, minlength=classes**2).reshape(classes, classes)


def balanced_accuracy(matrix):
    sizes = matrix.sum(dim=0)
    return float((matrix.diagonal() / sizes)[sizes > 0].mean())
