"""The judge: grade cells run in a trusted process, and reach student code from afar.

``session``  the worker's end: starts the judge, carries its questions to the student's kernel
``process``  the judge itself: runs grade cells, resolves names
``remote``   the student's objects, as the judge sees them
``wire``     typed plain data from the kernel, decoded without trust
``courier``  what answers in the student's kernel; it is not trusted either
"""

from seqgraph_grader.judging.process import reaches_into_the_kernel
from seqgraph_grader.judging.session import JudgedCell, JudgeSession

__all__ = ["JudgeSession", "JudgedCell", "reaches_into_the_kernel"]
