"""`variorum man`: the manual page."""

import click


@click.command()
@click.pass_context
def man(context: click.Context) -> None:
    """Print the manual page: variorum man | man -l -."""
    from tui.manual import page  # noqa: PLC0415 (--help must not pay for it)

    root = context.find_root().command
    click.echo(page(root), nl=False)
