"""Agreement, the measure of alignment: how far people who answered blindly think the same.

Of ratings on a scale: the consensus of Tastle and Wierman (2007), the average deviation, van der
Eijk's A (2001), and the consensus that chance alone would reach. Of rankings: Kendall's W with the
p-value of a permutation test. Of both: whether people agree within their departments and differ
between them.
"""

from planning.analyses.agreement.findings import WORDS, check_agreement, check_concordance
from planning.analyses.agreement.rankings import Concordance, concordance
from planning.analyses.agreement.ratings import Agreement, agreement

__all__ = [
    "WORDS",
    "Agreement",
    "Concordance",
    "agreement",
    "check_agreement",
    "check_concordance",
    "concordance",
]
