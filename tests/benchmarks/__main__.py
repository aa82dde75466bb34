"""`python -m tests.benchmarks` measures everything; what follows is for `tests.benchmarks.sockets`."""

import json
import sys

from tests.benchmarks import analyses, drawings, plans, report, sockets
from tests.benchmarks.pdf import measure_pdf

sockets.main(sys.argv[1:])
plans.main()
analyses.main()
report.main()
drawings.main()
print(json.dumps(measure_pdf(), indent=2))
