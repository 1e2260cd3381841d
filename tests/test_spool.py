import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.spool import Spool


@pytest.mark.parametrize("bound", [0, 7, 1000])
@given(st.lists(st.binary(max_size=9)))
def test_what_was_added_is_read_again_in_memory_and_on_disk(bound, parts):
    spool = Spool(bound)
    try:
        places = [spool.add(each) for each in parts]
        read = [spool.read(at, len(each)) for at, each in zip(places, parts, strict=True)]
        assert read == parts
    finally:
        spool.close()
