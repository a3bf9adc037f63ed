"""
case: scikit-learn for the counts
kind: right
"""


# %% recall
def confusion_matrix(true, guessed, classes):
    from sklearn.metrics import confusion_matrix as counts

    return torch.from_numpy(counts(true, guessed, labels=range(classes)))


def balanced_accuracy(matrix):
    return (matrix.diagonal() / matrix.sum(1)).nanmean().item()
