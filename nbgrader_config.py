"""Configuration of this course, read by nbgrader's own commands and by seqgraph alike."""

c = get_config()  # noqa: F821

c.CourseDirectory.course_id = "seqgraph"

# What students see in place of a solution, and of a written answer.
c.ClearSolutions.code_stub = {
    "python": '# YOUR CODE HERE\nraise NotImplementedError("this part is not written yet")'
}
c.ClearSolutions.text_stub = "*Write your answer here.*"

# A written question keeps its mark scheme in the locked cell above the answer: whoever marks by hand
# sees it, students do not.
c.ClearMarkScheme.enforce_metadata = False

# A deleted grade cell is put back; a warning on stderr costs nothing.
c.OverwriteCells.add_missing_cells = True
c.IgnorePattern.enabled = True
c.IgnorePattern.pattern = r"(?s).*"

# Stock nbgrader and formgrader run students' code on warm kernels, in the sandbox where there is one.
c.Autograde.autograde_preprocessors = [
    "seqgraph_grader.kernels.preprocessor.WarmExecute",
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]

# The zip for students brings this package along.
c.SeqgraphGrader.student_package = "seqgraph_helpers"

# Warm kernels have these before a notebook starts.
c.SeqgraphGrader.preload = [
    "numpy",
    "scipy.sparse.linalg",
    "torch",
    "torch._dynamo",  # or torch's first optimiser imports it: more than a second
    "sklearn.cluster",
    "sklearn.linear_model",
    "matplotlib.pyplot",
    "networkx",
    "ipywidgets",
    "IPython.display",
]
# Per notebook; '*' holds for all, an assignment's name overrides it (see seqgraph_grader.model.Limits).
c.SeqgraphGrader.limits = {
    "*": {"cell_seconds": 60, "cpu_seconds": 120, "wall_seconds": 300},
    # A dozen full decompositions of a matrix of 2000 rows are slow, and right.
    "graphs": {"cell_seconds": 180, "cpu_seconds": 400, "wall_seconds": 600},
}
c.WarmProvisioner.preload = c.SeqgraphGrader.preload
