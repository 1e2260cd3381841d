"""What goes wrong because of the user, with its place."""


class UserError(Exception):
    """A mistake of the user's: each line of its text is `place: what, and what to do`."""
