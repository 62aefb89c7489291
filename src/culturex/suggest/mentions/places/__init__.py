"""Places: countries, groups, towns and provinces, told by the gazetteer and the words around them."""
