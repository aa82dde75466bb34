"""`python -m tests.benchmarks` measures everything."""

import json

from tests.benchmarks import plans, sockets
from tests.benchmarks.pdf import measure_pdf

sockets.main([])
plans.main()
print(json.dumps(measure_pdf(), indent=2))
