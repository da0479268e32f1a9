"""The one table of commands, a module a group: bindings, help, palette, keymap files and docs/keys.md come from it."""
