"""The commands: what is asked for, how it is carried out, and what is written."""
