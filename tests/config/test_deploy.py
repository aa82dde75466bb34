"""What an administrator writes beside the compose file stays on their machine."""

from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("list_of_names", [".gitignore", ".dockerignore"])
def test_the_password_of_the_database_enters_neither_a_commit_nor_an_image(list_of_names: str):
    # Git takes a name without a slash for one in any folder; Docker wants that said.
    kept_out = [line.removeprefix("**/") for line in (ROOT / list_of_names).read_text().split()]
    assert any(fnmatch(".env", pattern) for pattern in kept_out)
