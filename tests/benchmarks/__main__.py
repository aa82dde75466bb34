"""`python -m tests.benchmarks` measures everything."""

from tests.benchmarks import plans, sockets

sockets.main([])
plans.main()
