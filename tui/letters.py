"""What articles are called on the desk and on paper."""


def letter_of(index: int) -> str:
    """The letter by which an article is called: A to Z, then AA, AB and so on."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
