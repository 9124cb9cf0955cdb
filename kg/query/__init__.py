"""Questions to the store: own queries, ready questions, networks, and all about one thing."""

from kg.query.answer import Answer
from kg.query.questions import Parameter, Question, ask, question, questions
from kg.query.sparql import run_sparql, select

__all__ = ["Answer", "Parameter", "Question", "ask", "question", "questions", "run_sparql", "select"]
