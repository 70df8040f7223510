"""Papers as JSON: our own form of a parsed paper, and the open data of the Tweede Kamer."""
