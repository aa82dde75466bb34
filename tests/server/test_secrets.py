"""Secrets: long enough that nobody guesses them, and kept so that nobody reads them off the disk."""

from base64 import urlsafe_b64decode
from pathlib import Path

from server.usecases.secrets import hash_of, new_id, new_token
from tests.server.builders import World


def test_a_token_has_256_bits_and_an_identifier_nearly_128():
    assert len(urlsafe_b64decode(new_token() + "=")) == 32
    assert len(new_id()) * 6 >= 126


def test_no_token_stands_in_the_data_only_what_it_is_hashed_to(world: World, tmp_path: Path):
    owner = world.browser("owner")
    somebody = {"email": "jo@adler.example", "name": "Jo", "department": "Finance"}
    invitation = owner.post("/api/invitations", somebody).json["link"].rsplit("#", 1)[-1].rsplit("/", 1)[-1]
    tokens = [*world.tokens.values(), invitation]
    assert all(len(token) == 43 for token in tokens)

    kept = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert [token for token in tokens if token.encode() in kept] == []
    assert all(hash_of(token) in kept for token in tokens)
