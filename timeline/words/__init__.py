"""What an Arabic word may be: its inflection, by rule, from one line of a dictionary."""
