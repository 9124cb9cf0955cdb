"""The commands: options in, printing out."""
