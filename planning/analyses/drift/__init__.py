"""What changed between two states of a plan, as figures, in sentences, and what it asks for."""

from planning.analyses.drift.changes import Authors, Drift, FieldChange, RecordChange, drift
from planning.analyses.drift.findings import WORDS, check_drift
from planning.analyses.drift.sentences import SENTENCES, Sentence, drift_sentences

__all__ = [
    "SENTENCES",
    "WORDS",
    "Authors",
    "Drift",
    "FieldChange",
    "RecordChange",
    "Sentence",
    "check_drift",
    "drift",
    "drift_sentences",
]
