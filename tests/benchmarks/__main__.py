"""`python -m tests.benchmarks` measures everything."""

from tests.benchmarks import sockets

sockets.main([])
