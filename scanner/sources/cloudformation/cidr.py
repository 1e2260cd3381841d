"""What Fn::Cidr gives: ranges of addresses cut from a larger one."""

from typing import Final

_MOST: Final = 256


def blocks(block: str, count: int, bits: int) -> list[str]:
    """The first `count` ranges with `bits` bits for hosts, in order of their addresses.

    Raises ValueError where the block is none, or holds fewer.
    https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html
    """
    from ipaddress import ip_network  # only a template that calls the function pays for it

    whole = ip_network(block, strict=False)
    length = whole.max_prefixlen - bits
    if not 1 <= count <= _MOST:
        raise ValueError(f"the count is not from 1 to {_MOST}")
    if bits < 0 or length < whole.prefixlen or count > 1 << (length - whole.prefixlen):
        raise ValueError(f"{block} does not hold {count} ranges of {bits} bits")
    first, step = int(whole.network_address), 1 << bits
    address = type(whole.network_address)
    return [f"{address(first + index * step)}/{length}" for index in range(count)]
