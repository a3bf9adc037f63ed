"""
case: loops, in float
kind: right
"""


# %% recall
def confusion_matrix(true, guessed, classes):
    matrix = torch.zeros(classes, classes)
    for i, j in zip(true.tolist(), guessed.tolist()):
        matrix[i, j] += 1
    return matrix


def balanced_accuracy(matrix):
    recalls = [row[i] / row.sum() for i, row in enumerate(matrix) if row.sum() > 0]
    return sum(recalls) / len(recalls)
