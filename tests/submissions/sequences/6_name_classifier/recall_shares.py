"""
case: shares in place of counts
kind: wrong
scores:
  recall_tests: 0
says:
  recall_tests: the example gives
"""


# %% recall
def confusion_matrix(true, guessed, classes):
    counts = torch.bincount(true * classes + guessed, minlength=classes**2).reshape(classes, classes)
    return counts / counts.sum(dim=1, keepdim=True).clamp(min=1)


def balanced_accuracy(matrix):
    sizes = matrix.sum(dim=1)
    return float((matrix.diagonal() / sizes)[sizes > 0].mean())
