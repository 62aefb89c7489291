"""Treaties as series and ministries print them, and those printed whole."""
