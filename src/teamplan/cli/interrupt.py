"""Owns how Ctrl-C is known when it comes while something is imported."""


def interrupted(error: BaseException | None) -> bool:
    """Whether an error is Ctrl-C, or what a library made of it (a class half made has an error of its own)."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        if isinstance(error, KeyboardInterrupt):
            return True
        seen.add(id(error))
        error = error.__cause__ or error.__context__
    return False
