"""Prints what nbgrader's gradebook says: for each student the points of each test cell, and the total, as JSON.

    python gradebook.py FOLDER ASSIGNMENT
"""

import json
import sys

from nbgrader.api import Gradebook

folder, assignment = sys.argv[1:]
with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
    print(
        json.dumps(
            {
                submission.student.id: {
                    "score": submission.score,
                    "max_score": submission.max_score,
                    "needs_manual_grade": submission.needs_manual_grade,
                    "cells": {
                        grade.name: [grade.auto_score, grade.max_score]
                        for notebook in submission.notebooks
                        for grade in notebook.grades
                    },
                }
                for submission in gradebook.assignment_submissions(assignment)
            }
        )
    )
