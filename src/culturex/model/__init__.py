"""What the domain is: articles, events and their parts, the vocabulary, and how values read and write themselves."""
