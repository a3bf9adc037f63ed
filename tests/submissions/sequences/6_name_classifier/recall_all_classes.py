"""
case: an empty class counts as 0
kind: wrong
scores:
  recall_tests: 0
says:
  recall_tests: not by all 3
"""


# %% recall
def confusion_matrix(true, guessed, classes):
    return torch.bincount(true * classes + guessed, minlength=classes**2).reshape(classes, classes)


def balanced_accuracy(matrix):
    return float((matrix.diagonal() / matrix.sum(dim=1).clamp(min=1)).mean())
