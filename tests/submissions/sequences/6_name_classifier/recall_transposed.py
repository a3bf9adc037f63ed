"""
case: rows are the guesses
kind: wrong
scores:
  recall_tests: 1
says:
  recall_tests: rows and columns are exchanged
"""


# %% recall
def confusion_matrix(true, guessed, classes):
    return torch.bincount(guessed * classes + true, minlength=classes**2).reshape(classes, classes)


def balanced_accuracy(matrix):
    sizes = matrix.sum(dim=1)
    return float((matrix.diagonal() / sizes)[sizes > 0].mean())
