"""A collection of Anki's, new for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection

from tests.anki.engine import new_collection


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    collection = new_collection(tmp_path)
    yield collection
    collection.close()
