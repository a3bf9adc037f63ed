"""
case: indexed += counts equal pairs once
kind: wrong
scores:
  recall_tests: 0
says:
  recall_tests: adds only once
"""


# %% recall
def confusion_matrix(true, guessed, classes):
    matrix = torch.zeros(classes, classes, dtype=torch.long)
    matrix[true, guessed] += 1
    return matrix


def balanced_accuracy(matrix):
    sizes = matrix.sum(dim=1)
    return float((matrix.diagonal() / sizes)[sizes > 0].mean())
