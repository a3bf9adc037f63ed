"""
case: an empty class makes it NaN
kind: wrong
scores:
  recall_tests: 0
says:
  recall_tests: is NaN
"""


# %% recall
def confusion_matrix(true, guessed, classes):
    return torch.bincount(true * classes + guessed, minlength=classes**2).reshape(classes, classes)


def balanced_accuracy(matrix):
    return float((matrix.diagonal() / matrix.sum(dim=1)).mean())
