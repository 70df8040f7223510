"""The graph as files: the RDF formats."""
