"""
case: the accuracy in place of the mean recall
kind: wrong
scores:
  recall_tests: 0
says:
  recall_tests: 1/2 is the accuracy
"""


# %% recall
def confusion_matrix(true, guessed, classes):
    return torch.bincount(true * classes + guessed, minlength=classes**2).reshape(classes, classes)


def balanced_accuracy(matrix):
    return float(matrix.diagonal().sum() / matrix.sum())
