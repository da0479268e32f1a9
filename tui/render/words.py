"""Words with a role, of which the lines around the texts are made.

A role is a hue, or one of plain, dim, strong, active, key, bar, alert, conflict, hint; how it looks is decided in
`channels`.
"""

Words = tuple[str, str]
